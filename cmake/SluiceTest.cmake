# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: Apache-2.0

# sluice_test(NAME LABEL LIBRARIES...): builds tests/<...>/NAME.cpp of the calling folder as one Qt Test executable.
# A target LABEL-tests builds all tests of a label.
# Every test runs offscreen, with assertions on, and without the user's own settings.
function(sluice_test name label)
    add_executable(${name} ${name}.cpp)
    target_link_libraries(${name} PRIVATE sluice_options sluice_testsupport Qt6::Test ${ARGN})
    target_precompile_headers(${name} REUSE_FROM sluice_testheaders)
    target_compile_definitions(${name} PRIVATE QT_FORCE_ASSERTS SLUICE_TESTS="${CMAKE_SOURCE_DIR}/tests"
        SLUICE_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    if(NOT TARGET ${label}-tests)
        add_custom_target(${label}-tests)
    endif()
    add_dependencies(${label}-tests ${name})
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS ${label} TIMEOUT 240
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_FATAL_CRITICALS=0;LC_ALL=C.UTF-8;XDG_CONFIG_HOME=${CMAKE_BINARY_DIR}/tests/home/${name};XDG_DATA_HOME=${CMAKE_BINARY_DIR}/tests/home/${name};XDG_CACHE_HOME=${CMAKE_BINARY_DIR}/tests/home/${name};DBUS_SESSION_BUS_ADDRESS=disabled:")
endfunction()
