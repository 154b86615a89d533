// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/foldedtexts.h"

#include <QString>

#include <array>
#include <vector>

namespace Runnerscope {

/// Texts that occur often, each once, with a number: a column of a fleet holds numbers, and what is asked of a text is
/// asked once.
class TextDictionary
{
public:
    /// Stands for an empty text, which is no value.
    static constexpr quint32 none = 0;

    TextDictionary();

    /// The code of \a text, which is put in where it is new.
    quint32 insert(const QString &text);

    /// The code of \a text; none when it is not here.
    quint32 find(const QString &text) const;

    /// One more than the highest code.
    std::size_t size() const { return m_texts.size(); }
    const QString &text(quint32 code) const { return m_texts[code]; }
    /// By code: one text an entry.
    const FoldedTexts &folded() const { return m_folded; }
    std::string_view folded(quint32 code) const;
    qsizetype memory() const; ///< in bytes, without the texts, which the fleet shares

private:
    struct Slot
    {
        quint32 hash = 0;
        quint32 code = none;
    };

    void grow();
    std::size_t slotFor(const QString &text, quint32 hash) const;

    std::vector<QString> m_texts;
    FoldedTexts m_folded;
    std::vector<Slot> m_slots; ///< open addressing; as many as a power of two
    std::array<quint32, 1024> m_recent{}; ///< codes by the address of their text: runners share texts that repeat
};

} // namespace Runnerscope
