// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPalette>

namespace sluice::app {

/// The two sets of colours. System follows the desktop's own palette.
enum class Theme { System, Light, Dark };

/// What a colour means. Everything painted takes its colour from here, or from the QPalette roles, never from a
/// literal.
enum class Tone {
    Accent,      ///< links, focus, primary buttons
    OnAccent,    ///< text on Accent
    Sidebar,     ///< ground of the left menu and the top navigation
    Border,      ///< hairlines and frames
    ControlEdge, ///< edge of an input, 3:1 against the ground
    ButtonEdge,  ///< edge of a button; in the dark 3:1 against every row
    Hover,       ///< row or button under the pointer
    Selected,    ///< ground of a selected row
    Secondary,   ///< text of second rank, 4.5:1 kept
    CurrentFill, ///< area of the current upstream in bars and plots
    CurrentText, ///< its name as text
    TargetFill,  ///< area of the target upstream in bars and plots
    TargetText,
    InProgress, ///< states: text and icon
    Cancelled,
    Completed,
    Pending,
    Drift,
    Danger, ///< alarms, errors, destructive actions
    Success,
    Warning,
    Information,
    Development, ///< environments
    Staging,
    Production,
};

bool isDark(const QPalette &palette);
/// The colour of a meaning in the set that the palette belongs to.
QColor tone(Tone meaning, const QPalette &palette);
/// A faint ground for chips and banners of that meaning, on which the meaning's own text keeps 4.5:1.
QColor ground(Tone meaning, const QPalette &palette);
/// The whole palette of a set. Theme::System is resolved by the caller.
QPalette paletteFor(bool dark);
/// WCAG 2.1 contrast of two opaque colours, 1 to 21.
double contrast(const QColor &first, const QColor &second);

/// Spacing in multiples of four (ui.md, Look), in device independent pixels.
namespace space {
inline constexpr int tight = 4;
inline constexpr int inside = 8;
inline constexpr int group = 16;
inline constexpr int margin = 24;
} // namespace space

} // namespace sluice::app
