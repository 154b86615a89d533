// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filterindex.h"

#include "models/rules/managers.h"

namespace Runnerscope {

namespace {

template <typename T>
qsizetype bytesOf(const std::vector<T> &values)
{
    return static_cast<qsizetype>(values.capacity() * sizeof(T));
}

} // namespace

void FilterIndex::setFleet(FleetPtr fleet)
{
    const bool sameRows = m_fleet && fleet && m_fleet->rowsRevision == fleet->rowsRevision;
    if (!sameRows)
        *this = FilterIndex();
    m_fleet = std::move(fleet);
}

const Fleet &FilterIndex::fleet() const
{
    static const Fleet none;
    return m_fleet ? *m_fleet : none;
}

const FoldedTexts &FilterIndex::searchTexts()
{
    if (!m_searchText)
        m_searchText = std::make_unique<const SearchText>(fleet());
    return m_searchText->texts();
}

const FilterTextColumn &FilterIndex::texts(FilterField field)
{
    return m_texts.get(field, [this, field] {
        return factsOf(field).onlyOfManagers() ? managerTexts(fleet(), field) : runnerTexts(fleet(), field);
    });
}

const FilterNumberColumn &FilterIndex::numbers(FilterField field, FilterScope scope)
{
    if (scope == FilterScope::Manager)
        return m_managerNumbers.get(field, [this, field] { return managerNumbers(fleet(), field); });
    return m_runnerNumbers.get(field, [this, field] { return runnerNumbers(fleet(), field); });
}

const FilterIndex::Managers &FilterIndex::managers()
{
    if (m_managers)
        return *m_managers;
    Managers all;
    all.starts.reserve(fleet().rows.size() + 1);
    for (const FleetRow &row : fleet().rows) {
        all.starts.push_back(static_cast<quint32>(all.contacts.size()));
        for (const RunnerManager &manager : row.runner->managers)
            all.contacts.push_back(manager.contactedAt);
    }
    all.starts.push_back(static_cast<quint32>(all.contacts.size()));
    m_managers = std::make_unique<const Managers>(std::move(all));
    return *m_managers;
}

const std::vector<quint32> &FilterIndex::managerStarts()
{
    return managers().starts;
}

std::vector<quint8> FilterIndex::managersInContact()
{
    const Managers &all = managers();
    const std::vector<FleetRow> &rows = fleet().rows;
    std::vector<quint8> marks(all.contacts.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const std::size_t first = all.starts[row];
        const std::size_t count = all.starts[row + 1] - first;
        markInContact(
            std::span(all.contacts).subspan(first, count), rows[row].readAt, std::span(marks).subspan(first, count));
    }
    return marks;
}

qsizetype FilterIndex::memory() const
{
    qsizetype bytes = m_searchText ? m_searchText->texts().memory() : 0;
    if (m_managers)
        bytes += bytesOf(m_managers->starts) + bytesOf(m_managers->contacts);
    m_texts.forEach([&bytes](const FilterTextColumn &column) { bytes += column.memory(); });
    const auto addNumbers = [&bytes](const FilterNumberColumn &column) { bytes += bytesOf(column); };
    m_runnerNumbers.forEach(addNumbers);
    m_managerNumbers.forEach(addNumbers);
    return bytes;
}

} // namespace Runnerscope
