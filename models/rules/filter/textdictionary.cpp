// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/textdictionary.h"

#include <QHashFunctions>

#include <cstdint>

namespace Runnerscope {

namespace {

constexpr std::size_t fewestSlots = 16;
constexpr std::size_t allocation = 16; ///< bytes; texts lie no closer

quint32 hashOf(QStringView text)
{
    return static_cast<quint32>(qHash(text, 0));
}

} // namespace

TextDictionary::TextDictionary() :
    m_texts(1),
    m_slots(fewestSlots)
{
    m_folded.add({});
    m_folded.endEntry();
}

std::size_t TextDictionary::slotFor(const QString &text, quint32 hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = hash & mask;
    while (m_slots[at].code != none && (m_slots[at].hash != hash || m_texts[m_slots[at].code] != text))
        at = (at + 1) & mask;
    return at;
}

quint32 TextDictionary::find(const QString &text) const
{
    return m_slots[slotFor(text, hashOf(text))].code;
}

quint32 TextDictionary::insert(const QString &text)
{
    if (text.isEmpty())
        return none;
    quint32 &recent = m_recent[reinterpret_cast<std::uintptr_t>(text.constData()) / allocation % m_recent.size()];
    if (m_texts[recent].constData() == text.constData() && m_texts[recent].size() == text.size())
        return recent;
    if (2 * m_texts.size() > m_slots.size())
        grow();
    const quint32 hash = hashOf(text);
    Slot &slot = m_slots[slotFor(text, hash)];
    if (slot.code == none) {
        slot = {hash, static_cast<quint32>(m_texts.size())};
        m_texts.push_back(text);
        m_folded.add(text);
        m_folded.endEntry();
    }
    recent = slot.code;
    return slot.code;
}

void TextDictionary::grow()
{
    std::vector<Slot> old(2 * m_slots.size());
    old.swap(m_slots);
    const std::size_t mask = m_slots.size() - 1;
    for (const Slot &slot : old) {
        if (slot.code == none)
            continue;
        std::size_t at = slot.hash & mask;
        while (m_slots[at].code != none)
            at = (at + 1) & mask;
        m_slots[at] = slot;
    }
}

std::string_view TextDictionary::folded(quint32 code) const
{
    std::string_view entry = m_folded.entry(code);
    entry.remove_suffix(1); // the end of the text
    return entry;
}

qsizetype TextDictionary::memory() const
{
    return static_cast<qsizetype>(m_texts.capacity() * sizeof(QString) + m_slots.capacity() * sizeof(Slot))
        + m_folded.memory();
}

} // namespace Runnerscope
