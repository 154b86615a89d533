// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/jsondocument.h"

#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace Runnerscope {

namespace {

/// A body of the largest size that is an answer to this program holds a third of that.
constexpr std::size_t mostValues = 2'000'000;

struct Node
{
    std::string_view key; ///< of a member of an object
    std::string_view text;
    qint64 whole = 0;
    std::uint32_t size = 0; ///< elements of an array
    std::uint32_t next = 0; ///< place behind all that is below this one
    JsonValue::Type type = JsonValue::Type::Undefined;
    bool flag = false; ///< true; of a number: it is whole and fits
};

bool isWhole(double number)
{
    constexpr double exact = 9'007'199'254'740'992.0; // from 2^53 on doubles skip whole numbers
    return std::abs(number) <= exact && std::trunc(number) == number;
}

} // namespace

/// The values in the order in which they stand in the text; those below a value follow it. Texts are simdjson's.
class JsonTree
{
public:
    const Node &at(std::uint32_t place) const { return m_nodes[place]; }

    simdjson::error_code read(const QByteArray &json, int deepest);
    bool isTooLarge() const { return m_nodes.size() > mostValues; }

private:
    void add(std::string_view key, simdjson::dom::element element);
    void addElements(std::uint32_t place, simdjson::dom::array array);
    void addMembers(std::uint32_t place, simdjson::dom::object object);

    simdjson::dom::document m_document;
    std::vector<Node> m_nodes;
};

simdjson::error_code JsonTree::read(const QByteArray &json, int deepest)
{
    const auto size = static_cast<std::size_t>(json.size());
    simdjson::dom::parser parser;
    const std::size_t capacity = std::max<std::size_t>(size, simdjson::dom::MINIMAL_DOCUMENT_CAPACITY);
    if (const auto error = parser.allocate(capacity, static_cast<std::size_t>(deepest)))
        return error;
    simdjson::dom::element root;
    if (const auto error = parser.parse_into_document(m_document, json.constData(), size).get(root))
        return error;
    m_nodes.reserve(size / 24 + 1); // about what a page of runners has
    add({}, root);
    return simdjson::SUCCESS;
}

void JsonTree::add(std::string_view key, simdjson::dom::element element)
{
    using Kind = simdjson::dom::element_type;
    using Type = JsonValue::Type;
    const auto place = static_cast<std::uint32_t>(m_nodes.size());
    Node &node = m_nodes.emplace_back();
    node.key = key;
    switch (element.type()) {
    case Kind::STRING:
        node.type = Type::String;
        node.text = element.get_string().value_unsafe();
        break;
    case Kind::BOOL:
        node.type = Type::Bool;
        node.flag = element.get_bool().value_unsafe();
        break;
    case Kind::INT64:
        node.type = Type::Number;
        node.whole = element.get_int64().value_unsafe();
        node.flag = true;
        break;
    case Kind::UINT64: // larger than any signed one
        node.type = Type::Number;
        break;
    case Kind::DOUBLE:
        node.type = Type::Number;
        node.flag = isWhole(element.get_double().value_unsafe());
        node.whole = node.flag ? static_cast<qint64>(element.get_double().value_unsafe()) : 0;
        break;
    case Kind::NULL_VALUE:
        node.type = Type::Null;
        break;
    case Kind::ARRAY:
        addElements(place, element.get_array().value_unsafe());
        break;
    case Kind::OBJECT:
        addMembers(place, element.get_object().value_unsafe());
        break;
    }
    m_nodes[place].next = static_cast<std::uint32_t>(m_nodes.size());
}

void JsonTree::addElements(std::uint32_t place, simdjson::dom::array array)
{
    m_nodes[place].type = JsonValue::Type::Array;
    std::uint32_t size = 0;
    for (const simdjson::dom::element element : array) {
        if (isTooLarge())
            return;
        add({}, element);
        ++size;
    }
    m_nodes[place].size = size;
}

void JsonTree::addMembers(std::uint32_t place, simdjson::dom::object object)
{
    m_nodes[place].type = JsonValue::Type::Object;
    for (const auto &[key, value] : object) {
        if (isTooLarge())
            return;
        add(key, value);
    }
}

JsonDocument JsonDocument::parse(const QByteArray &json, int deepest)
{
    JsonDocument document;
    auto tree = std::make_shared<JsonTree>();
    const simdjson::error_code error = tree->read(json, deepest);
    if (error == simdjson::DEPTH_ERROR)
        document.m_problem = QStringLiteral("the JSON nests too deep");
    else if (error)
        document.m_problem = QStringLiteral("no valid JSON in %1 bytes").arg(json.size());
    else if (tree->isTooLarge())
        document.m_problem = QStringLiteral("the JSON holds too many values");
    else
        document.m_tree = std::move(tree);
    return document;
}

JsonValue::Type JsonValue::type() const
{
    return m_tree ? m_tree->at(m_place).type : Type::Undefined;
}

JsonValue JsonValue::value(QLatin1String key) const
{
    if (!isObject())
        return {};
    const std::string_view wanted(key.data(), static_cast<std::size_t>(key.size()));
    const Node &node = m_tree->at(m_place);
    for (std::uint32_t place = m_place + 1; place < node.next; place = m_tree->at(place).next) {
        if (m_tree->at(place).key == wanted)
            return {m_tree, place};
    }
    return {};
}

std::vector<std::pair<QString, JsonValue>> JsonValue::members() const
{
    std::vector<std::pair<QString, JsonValue>> members;
    const std::uint32_t end = isObject() ? m_tree->at(m_place).next : 0;
    for (std::uint32_t place = m_place + 1; place < end; place = m_tree->at(place).next) {
        const std::string_view key = m_tree->at(place).key;
        const JsonValue member(m_tree, place);
        members.emplace_back(QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())), member);
    }
    return members;
}

qsizetype JsonValue::size() const
{
    return m_tree ? static_cast<qsizetype>(m_tree->at(m_place).size) : 0;
}

JsonValue JsonValue::at(qsizetype index) const
{
    if (index < 0 || index >= size())
        return {};
    Iterator iterator = begin();
    while (index-- > 0)
        ++iterator;
    return *iterator;
}

JsonValue::Iterator JsonValue::begin() const
{
    return isEmpty() ? end() : Iterator({m_tree, m_place + 1});
}

JsonValue::Iterator JsonValue::end() const
{
    return isArray() ? Iterator({m_tree, m_tree->at(m_place).next}) : Iterator();
}

JsonValue::Iterator &JsonValue::Iterator::operator++()
{
    m_value.m_place = m_value.m_tree->at(m_value.m_place).next;
    return *this;
}

bool JsonValue::toBool() const
{
    return isBool() && m_tree->at(m_place).flag;
}

int JsonValue::toInt() const
{
    const qint64 number = toInteger();
    const bool fits = number >= std::numeric_limits<int>::min() && number <= std::numeric_limits<int>::max();
    return fits ? static_cast<int>(number) : 0;
}

qint64 JsonValue::toInteger() const
{
    return isNumber() ? m_tree->at(m_place).whole : 0;
}

QString JsonValue::toString() const
{
    const std::string_view utf8 = text();
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string_view JsonValue::text() const
{
    return m_tree ? m_tree->at(m_place).text : std::string_view();
}

} // namespace Runnerscope
