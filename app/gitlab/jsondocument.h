// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLatin1String>
#include <QString>

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace Runnerscope {

class JsonTree;

/// One value of a JsonDocument, to read. A view: valid as long as a copy of its document lives. What is not there, or
/// is of another type than asked for, is "undefined", false, 0 or empty, never an error; so that steps can be chained.
class JsonValue
{
public:
    enum class Type : std::uint8_t { Undefined, Null, Bool, Number, String, Array, Object };
    class Iterator;

    JsonValue() = default;

    Type type() const;
    bool isUndefined() const { return type() == Type::Undefined; }
    bool isNull() const { return type() == Type::Null; }
    bool isBool() const { return type() == Type::Bool; }
    bool isNumber() const { return type() == Type::Number; }
    bool isString() const { return type() == Type::String; }
    bool isArray() const { return type() == Type::Array; }
    bool isObject() const { return type() == Type::Object; }

    /// The member of an object; of several with the same name, one of them.
    JsonValue value(QLatin1String key) const;
    bool contains(QLatin1String key) const { return !value(key).isUndefined(); }
    /// The members of an object, in the order of the text.
    std::vector<std::pair<QString, JsonValue>> members() const;

    /// The elements of an array; every other value has none.
    qsizetype size() const;
    bool isEmpty() const { return size() == 0; }
    JsonValue at(qsizetype index) const;
    JsonValue first() const { return at(0); }
    Iterator begin() const;
    Iterator end() const;

    bool toBool() const;
    /// A whole number within the type's limits, else 0.
    int toInt() const;
    qint64 toInteger() const;
    QString toString() const;
    /// The text in UTF-8, without a copy.
    std::string_view text() const;

private:
    friend class JsonDocument;
    JsonValue(const JsonTree *tree, std::uint32_t place) :
        m_tree(tree),
        m_place(place)
    {
    }

    const JsonTree *m_tree = nullptr;
    std::uint32_t m_place = 0;
};

class JsonValue::Iterator
{
public:
    using difference_type = std::ptrdiff_t;
    using value_type = JsonValue;

    Iterator() = default;
    explicit Iterator(JsonValue value) :
        m_value(value)
    {
    }

    JsonValue operator*() const { return m_value; }
    Iterator &operator++();
    Iterator operator++(int)
    {
        const Iterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const Iterator &other) const { return m_value.m_place == other.m_value.m_place; }

private:
    JsonValue m_value;
};

/// JSON as a server sent it. A copy shares the content.
class JsonDocument
{
public:
    JsonDocument() = default;

    /// The document in \a json, UTF-8. Nothing is taken that is no JSON from its first to its last byte, that nests
    /// deeper than \a deepest, or that is not worth its memory; isValid() is false then, and problem() says why.
    static JsonDocument parse(const QByteArray &json, int deepest);

    bool isValid() const { return m_tree != nullptr; }
    /// For people who look into it; in English.
    QString problem() const { return m_problem; }

    /// Undefined when the document is not valid.
    JsonValue root() const { return m_tree ? JsonValue(m_tree.get(), 0) : JsonValue(); }

private:
    std::shared_ptr<const JsonTree> m_tree;
    QString m_problem;
};

} // namespace Runnerscope
