// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filterparser.h"

#include "models/rules/filter/filtervalues.h"

#include <QCoreApplication>

#include <utility>

namespace Runnerscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::FilterParser)
};

using namespace Qt::Literals::StringLiterals;
using Node = FilterNode;
using Token = FilterToken::Kind;

Node condition(FilterField field, const FilterToken &token)
{
    Node node;
    node.kind = Node::Kind::Condition;
    node.condition = {field, {}, token.position, token.length};
    return node;
}

Node above(Node::Kind kind, std::vector<Node> children)
{
    Node node;
    node.kind = kind;
    node.children = std::move(children);
    return node;
}

/// The children under a node of \a kind, or the only one as it is.
Node joined(Node::Kind kind, std::vector<Node> children)
{
    return children.size() == 1 ? std::move(children.front()) : above(kind, std::move(children));
}

bool asksAnyManager(const FilterToken &token)
{
    const FilterFieldFacts *facts =
        token.kind == Token::Word ? filterFieldNamed(token.field, FilterSubject::Runners) : nullptr;
    return facts && facts->field == FilterField::Managers && token.sign == u':' && token.pieces.size() == 1
        && token.pieces.front().text.compare("any"_L1, Qt::CaseInsensitive) == 0;
}

class Parser
{
public:
    Parser(QStringView text, FilterSubject subject) :
        m_subject(subject),
        m_lexer(text, subject)
    {
        advance();
    }

    std::variant<Node, FilterError> run()
    {
        if (m_token.kind == Token::End && !m_error)
            return Node();
        Node root = m_error ? Node() : alternatives();
        if (!m_error && m_token.kind != Token::End)
            fail(Tr::tr("This bracket closes none: remove it, or open one before it."));
        if (m_error)
            return *m_error;
        return root;
    }

private:
    bool ofJobs() const { return m_subject == FilterSubject::Jobs; }
    void advance();
    void fail(const QString &sentence) { fail({sentence, m_token.position, m_token.length}); }
    void fail(const FilterError &error);
    bool descend();

    Node alternatives();
    Node sequence();
    Node term();
    Node negation();
    Node brackets();
    Node conditionOf(const FilterToken &token);
    Node termOfAnyManager();
    const FilterFieldFacts *fieldOf(const FilterToken &token);
    bool isTerm() const;
    void failMissingTerm();
    void addValue(
        std::vector<Node> &conditions, const std::variant<FilterValue, FilterError> &value, const FilterToken &token);
    Node forManagers(Node child);

    FilterSubject m_subject;
    FilterLexer m_lexer;
    FilterToken m_token;
    std::optional<FilterError> m_error;
    FilterScope m_scope = FilterScope::Row;
    Node::Managers m_managers = Node::Managers::InContact;
    int m_managerNodes = 0;
    int m_depth = 0;
    int m_values = 0;
};

void Parser::advance()
{
    m_token = m_lexer.next();
    if (m_lexer.error())
        fail(*m_lexer.error());
}

void Parser::fail(const FilterError &error)
{
    if (!m_error)
        m_error = error;
    m_token.kind = Token::End; // so that every loop ends
}

bool Parser::descend()
{
    if (++m_depth > FilterLimits::depth)
        fail(Tr::tr("Brackets and negations are nested too deeply: at most %1 levels.").arg(FilterLimits::depth));
    return !m_error;
}

Node Parser::alternatives()
{
    std::vector<Node> nodes;
    nodes.push_back(sequence());
    while (m_token.kind == Token::Or) {
        advance();
        nodes.push_back(sequence());
    }
    return joined(Node::Kind::Any, std::move(nodes));
}

bool Parser::isTerm() const
{
    return m_token.kind != Token::End && m_token.kind != Token::Close && m_token.kind != Token::Or
        && m_token.kind != Token::And;
}

void Parser::failMissingTerm()
{
    const QLatin1StringView example = factsOf(ofJobs() ? FilterField::JobStatus : FilterField::Status).example;
    fail(Tr::tr("A condition is missing here, such as %1 or a word.").arg(shownInSentence(QString(example))));
}

Node Parser::sequence()
{
    std::vector<Node> nodes;
    if (!isTerm())
        failMissingTerm();
    while (isTerm()) {
        nodes.push_back(term());
        if (m_token.kind != Token::And)
            continue;
        advance();
        if (!m_error && !isTerm())
            failMissingTerm();
    }
    return joined(Node::Kind::All, std::move(nodes));
}

Node Parser::term()
{
    switch (m_token.kind) {
    case Token::Minus:
    case Token::Not:
        return negation();
    case Token::Open:
    case Token::ManagerOpen:
        return brackets();
    case Token::Word:
        break;
    default:
        failMissingTerm();
        return {};
    }
    if (!ofJobs() && asksAnyManager(m_token))
        return termOfAnyManager();
    const FilterToken token = std::exchange(m_token, {});
    advance();
    return m_error ? Node() : conditionOf(token);
}

Node Parser::negation()
{
    const FilterToken sign = m_token;
    if (!descend())
        return {};
    advance();
    if (sign.kind == Token::Minus && !m_error && m_token.position != sign.position + 1)
        fail({Tr::tr("A minus stands right before a condition or word; in quotes it is text."), sign.position,
            sign.length});
    std::vector<Node> child;
    if (!m_error)
        child.push_back(term());
    --m_depth;
    return above(Node::Kind::Not, std::move(child));
}

Node Parser::termOfAnyManager()
{
    const FilterToken prefix = m_token;
    const Node::Managers managersBefore = std::exchange(m_managers, Node::Managers::Known);
    const int nodesBefore = m_managerNodes;
    if (!descend())
        return {};
    advance();
    Node node = m_error || !isTerm() ? Node() : term();
    if (!m_error && m_managerNodes == nodesBefore)
        fail({Tr::tr("%1 stands right before conditions on managers, as in %2.")
                  .arg("`managers:any`"_L1, "`managers:any version:<17.4`"_L1),
            prefix.position, prefix.length});
    m_managers = managersBefore;
    --m_depth;
    return node;
}

Node Parser::brackets()
{
    const FilterToken opening = m_token;
    const bool ofManager = opening.kind == Token::ManagerOpen;
    if (ofManager && ofJobs())
        fail(Tr::tr("manager(…) is for filters of runners: of a job, %1 and %2 tell where it runs.")
                 .arg("`manager:`"_L1, "`host:`"_L1));
    else if (ofManager && m_scope == FilterScope::Manager)
        fail(Tr::tr("manager(…) cannot stand within manager(…): remove the inner one."));
    if (m_error || !descend())
        return {};
    const FilterScope scopeBefore = m_scope;
    if (ofManager)
        m_scope = FilterScope::Manager;
    advance();
    Node node = m_error ? Node() : alternatives();
    if (!m_error && m_token.kind != Token::Close)
        fail({Tr::tr("The bracket that closes this one is missing."), opening.position, opening.length});
    else if (!m_error)
        advance();
    m_scope = scopeBefore;
    --m_depth;
    return ofManager ? forManagers(std::move(node)) : node;
}

Node Parser::forManagers(Node child)
{
    ++m_managerNodes;
    std::vector<Node> children;
    children.push_back(std::move(child));
    Node node = above(Node::Kind::Manager, std::move(children));
    node.managers = m_managers;
    return node;
}

Node Parser::conditionOf(const FilterToken &token)
{
    std::vector<Node> conditions;
    if (token.field.isEmpty()) {
        addValue(conditions, readFilterWord(token.pieces.front()), token);
        return m_error ? Node() : std::move(conditions.front());
    }
    const FilterFieldFacts *facts = fieldOf(token);
    if (!facts)
        return {};
    for (const FilterPiece &piece : token.pieces)
        addValue(conditions, readFilterValue(*facts, token.sign, piece, m_scope), token);
    if (m_error)
        return {};
    Node node = joined(Node::Kind::Any, std::move(conditions));
    return m_scope == FilterScope::Row && facts->onlyOfManagers() ? forManagers(std::move(node)) : node;
}

void Parser::addValue(
    std::vector<Node> &conditions, const std::variant<FilterValue, FilterError> &value, const FilterToken &token)
{
    if (const auto *error = std::get_if<FilterError>(&value))
        return fail(*error);
    if (++m_values > FilterLimits::values)
        return fail(
            {Tr::tr("A filter has at most %1 values.").arg(FilterLimits::values), token.position, token.length});
    const auto &[field, test] = std::get<FilterValue>(value);
    if (conditions.empty() || conditions.back().condition.field != field)
        conditions.push_back(condition(field, token));
    conditions.back().condition.tests.push_back(test);
}

const FilterFieldFacts *Parser::fieldOf(const FilterToken &token)
{
    const auto failAt = [&](const QString &sentence) { fail({sentence, token.position, token.field.size()}); };
    const QString name = shownInSentence(token.field);
    const FilterFieldFacts *facts = filterFieldNamed(token.field, m_subject);
    if (facts && facts->isIn(m_scope))
        return facts;
    const QLatin1StringView meant = filterFieldMeantBy(token.field, m_subject);
    if (facts)
        failAt(Tr::tr("%1 is of the runner, not of one manager: write it before or behind manager(…).").arg(name));
    else if (!ofJobs() && isFilterFieldToCome(token.field))
        failAt(Tr::tr("%1 is not available yet: it comes with the pages for versions and findings.").arg(name));
    else if (!meant.isEmpty())
        failAt(Tr::tr("There is no field %1: did you mean %2?").arg(name, shownInSentence(QString(meant))));
    else
        failAt(Tr::tr("There is no field %1; to search for this text, put it in quotes.").arg(name));
    return nullptr;
}

} // namespace

std::variant<FilterExpression, FilterError> parseFilter(QStringView text, FilterSubject subject)
{
    if (text.size() > FilterLimits::characters)
        return FilterError{Tr::tr("A filter has at most %1 characters.").arg(FilterLimits::characters),
            FilterLimits::characters, text.size() - FilterLimits::characters};
    auto parsed = Parser(text, subject).run();
    if (const auto *error = std::get_if<FilterError>(&parsed))
        return *error;
    return FilterExpression(text.toString(), std::get<Node>(std::move(parsed)));
}

} // namespace Runnerscope
