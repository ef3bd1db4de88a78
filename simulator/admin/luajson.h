// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"

#include <QJsonValue>

#include <string>
#include <string_view>

namespace sluice::simulator {

/// JSON as lua-cjson reads it: the last of equal keys wins, NaN, Infinity and hexadecimal numbers are taken, at most
/// 1000 levels. The error is cjson's text, for example
/// "Expected object key string but found T_OBJ_END at character 8".
Result<QJsonValue, QString> decodeJson(std::string_view text);

/// JSON as lua-cjson writes it: no blanks, plain "/", numbers as %.14g, control characters as \u00XX.
std::string encodeJson(const QJsonValue &value);

/// A number as APISIX writes it in answers and messages.
QString numberText(double number);

} // namespace sluice::simulator
