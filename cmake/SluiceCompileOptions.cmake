# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: Apache-2.0

# One interface target holds what every target of the project is compiled with.
add_library(sluice_options INTERFACE)
target_compile_features(sluice_options INTERFACE cxx_std_20)
target_include_directories(sluice_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(sluice_options INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_KEYWORDS
    QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(MSVC)
    target_compile_options(sluice_options INTERFACE /W4 /permissive- /utf-8)
else()
    target_compile_options(sluice_options INTERFACE
        -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wold-style-cast
        -Wnon-virtual-dtor -Woverloaded-virtual)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 reports false positives of these in std::string, std::string_view and coroutine frames (gcc PR 105329, 105651).
    target_compile_options(sluice_options INTERFACE -fcoroutines -Wno-restrict -Wno-maybe-uninitialized
        -Wno-stringop-overread)
    if(CMAKE_UNITY_BUILD)
        # What a source file keeps to itself looks as if a header had it.
        target_compile_options(sluice_options INTERFACE -Wno-subobject-linkage)
    endif()
elseif(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 16)
    # libstdc++ defines std::coroutine_* only where the compiler claims the final coroutines.
    target_compile_options(sluice_options INTERFACE -fcoroutines-ts)
endif()
if(SLUICE_WERROR)
    target_compile_options(sluice_options INTERFACE $<IF:$<CXX_COMPILER_ID:MSVC>,/WX,-Werror>)
endif()
if(SLUICE_SANITIZE)
    target_compile_options(sluice_options INTERFACE -fsanitize=${SLUICE_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(sluice_options INTERFACE -fsanitize=${SLUICE_SANITIZE})
    if(SLUICE_SANITIZE MATCHES "undefined")
        target_compile_options(sluice_options INTERFACE -fno-sanitize-recover=undefined)
    endif()
endif()
# Sixty tests are linked; this linker does each in a tenth of the time.
find_program(SLUICE_MOLD mold)
if(SLUICE_MOLD AND NOT MSVC)
    target_link_options(sluice_options INTERFACE -fuse-ld=mold)
endif()
if(SLUICE_BUILD_FUZZ)
    target_compile_options(sluice_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# sluice_precompile(TARGET): the headers that nearly every file reads, parsed once a target: a fifth of the time of a
# build. The preset tsan does without, which proves that every file still includes what it needs.
function(sluice_precompile target)
    target_precompile_headers(${target} PRIVATE
        <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QObject> <QString> <QStringList>
        <algorithm> <array> <chrono> <functional> <map> <memory> <optional> <string> <string_view> <unordered_map>
        <utility> <variant> <vector>)
endfunction()
