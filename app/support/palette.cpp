// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/palette.h"

#include <array>
#include <cmath>

namespace sluice::app {

namespace {

struct Pair
{
    Tone meaning;
    QRgb light;
    QRgb dark;
};

constexpr std::array tones{
    Pair{Tone::Accent, 0xff0b6b7d, 0xff5cc0d3},      Pair{Tone::OnAccent, 0xffffffff, 0xff0c1d22},
    Pair{Tone::Sidebar, 0xffeef1f4, 0xff16191d},     Pair{Tone::Border, 0xffdbe0e6, 0xff343b44},
    Pair{Tone::ControlEdge, 0xff8a95a1, 0xff6b7683}, Pair{Tone::Hover, 0xfff1f4f7, 0xff282e35},
    Pair{Tone::ButtonEdge, 0xffcbd0d5, 0xff7c8794},  Pair{Tone::Selected, 0xffdcecf0, 0xff213b42},
    Pair{Tone::Secondary, 0xff55616e, 0xffa3adb8},   Pair{Tone::CurrentFill, 0xff6f8aa5, 0xff7f9bb6},
    Pair{Tone::CurrentText, 0xff456079, 0xffa9c1d8}, Pair{Tone::TargetFill, 0xffe08a2c, 0xfff0a24b},
    Pair{Tone::TargetText, 0xff8f4b00, 0xfff4b266},  Pair{Tone::InProgress, 0xff1a5fb4, 0xff7db4f5},
    Pair{Tone::Cancelled, 0xff5c6670, 0xffa3adb8},   Pair{Tone::Completed, 0xff23703a, 0xff74c98b},
    Pair{Tone::Pending, 0xff6b45ad, 0xffbd9ff2},     Pair{Tone::Drift, 0xff8a5200, 0xfff2b457},
    Pair{Tone::Danger, 0xffb3261e, 0xfff58a80},      Pair{Tone::Success, 0xff23703a, 0xff74c98b},
    Pair{Tone::Warning, 0xff8a5200, 0xfff2b457},     Pair{Tone::Information, 0xff1a5fb4, 0xff7db4f5},
    Pair{Tone::Development, 0xff23703a, 0xff74c98b}, Pair{Tone::Staging, 0xff1a5fb4, 0xff7db4f5},
    Pair{Tone::Production, 0xffb3261e, 0xfff58a80},
};

QColor mixed(const QColor &top, const QColor &under, double part)
{
    const auto channel = [part](int a, int b) { return static_cast<int>(std::lround(part * a + (1 - part) * b)); };
    return {channel(top.red(), under.red()), channel(top.green(), under.green()), channel(top.blue(), under.blue())};
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Active, QPalette::Base)) < 0.2;
}

QColor tone(Tone meaning, const QPalette &palette)
{
    const bool dark = isDark(palette);
    for (const Pair &pair : tones) {
        if (pair.meaning == meaning)
            return QColor::fromRgb(dark ? pair.dark : pair.light);
    }
    return palette.color(QPalette::Text);
}

QColor ground(Tone meaning, const QPalette &palette)
{
    return mixed(tone(meaning, palette), palette.color(QPalette::Active, QPalette::Base),
                 isDark(palette) ? 0.16 : 0.08);
}

QPalette paletteFor(bool dark)
{
    const QColor text = QColor::fromRgb(dark ? 0xffe4e8ed : 0xff1b2430);
    const QColor base = QColor::fromRgb(dark ? 0xff1f2429 : 0xffffffff);
    const QColor window = base;
    const QColor button = QColor::fromRgb(dark ? 0xff2a3037 : 0xfffafbfc);
    QPalette palette(text, button, button.lighter(110), button.darker(140), button.darker(115), text, text, base,
                     window);
    const QColor accent = tone(Tone::Accent, palette);
    const QColor secondary = tone(Tone::Secondary, palette);
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, tone(Tone::OnAccent, palette));
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, accent);
    palette.setColor(QPalette::PlaceholderText, secondary);
    palette.setColor(QPalette::AlternateBase, tone(Tone::Hover, palette));
    palette.setColor(QPalette::ToolTipBase, QColor::fromRgb(dark ? 0xff30373f : 0xff27303a));
    palette.setColor(QPalette::ToolTipText, QColor::fromRgb(0xfff2f5f8));
    palette.setColor(QPalette::Mid, tone(Tone::Border, palette));
    const QColor faint = mixed(text, base, 0.45);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, tone(Tone::Border, palette));
    return palette;
}

double contrast(const QColor &first, const QColor &second)
{
    const double a = luminance(first);
    const double b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace sluice::app
