// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/store/statefile.h"

#include "simulator/admin/resourcekind.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

constexpr qint64 largestJournal = 4 * 1024 * 1024;
constexpr qint64 moreBeforeNextTry = 1024 * 1024; ///< of the journal, where the whole could not be written anew
constexpr std::int64_t largestRevision = std::int64_t{1} << 53U; ///< that JSON tells from its neighbours
constexpr int oldFormat = 1;                                     ///< its lines have no numbers
constexpr int format = 2;

// A crash of the machine must not lose what was answered either.
bool synced(const QFileDevice &file)
{
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#elif defined(Q_OS_DARWIN)
    return fsync(file.handle()) == 0;
#else
    return fdatasync(file.handle()) == 0;
#endif
}

// So that the new name of a file is on the disk, too. Where a system can't, it is left.
void syncFolderOf([[maybe_unused]] const QString &path)
{
#ifndef Q_OS_WIN
    const int folder = ::open(QFile::encodeName(QFileInfo(path).path()).constData(), O_RDONLY | O_CLOEXEC);
    if (folder < 0)
        return;
    fsync(folder);
    ::close(folder);
#endif
}

// The file itself, by whatever links it was named: two simulators must meet at one lock.
QString withoutLinks(QString path)
{
    for (int i = 0; i < 40 && QFileInfo(path).isSymLink(); ++i)
        path = QFileInfo(path).symLinkTarget();
    const QFileInfo file(path);
    const QString folder = QFileInfo(file.path()).canonicalFilePath();
    return folder.isEmpty() ? path : folder + u'/' + file.fileName();
}

bool hasSeveralNames([[maybe_unused]] const QString &path)
{
#ifdef Q_OS_WIN
    return false;
#else
    struct stat status = {};
    return stat(QFile::encodeName(path).constData(), &status) == 0 && status.st_nlink > 1;
#endif
}

QByteArray checksum(const QByteArray &text)
{
    return QByteArray::number(qChecksum(text), 16).rightJustified(4, '0');
}

QJsonObject toJson(Collection collection, const std::string &id, const StoredItem *item)
{
    QJsonObject object{{u"in"_s, QLatin1StringView(resourceKind(collection).segment)},
                       {u"id"_s, QString::fromStdString(id)}};
    if (!item)
        return object;
    object.insert("value"_L1, item->value);
    object.insert("created"_L1, static_cast<qint64>(item->createdIndex));
    object.insert("modified"_L1, static_cast<qint64>(item->modifiedIndex));
    if (item->expires != 0)
        object.insert("expires"_L1, static_cast<qint64>(item->expires));
    if (item->version != 1)
        object.insert("version"_L1, static_cast<qint64>(item->version));
    return object;
}

std::optional<Change> fromJson(const QJsonObject &object)
{
    const QString segment = object.value("in"_L1).toString();
    for (const ResourceKind &kind : resourceKinds()) {
        if (segment != QLatin1StringView(kind.segment))
            continue;
        Change change{kind.collection, object.value("id"_L1).toString().toStdString(), nullptr};
        if (object.value("value"_L1).isObject())
            change.item = std::make_shared<const StoredItem>(
                StoredItem{change.id, object.value("value"_L1).toObject(), object.value("created"_L1).toInteger(),
                           object.value("modified"_L1).toInteger(), object.value("expires"_L1).toInteger(),
                           object.value("version"_L1).toInteger(1)});
        return change;
    }
    return std::nullopt;
}

QString journalOf(const QString &path)
{
    return path + u".journal"_s;
}

} // namespace

StateFile::StateFile(const QString &path)
    : m_path(path)
    , m_lock(path + u".lock"_s)
    , m_journal(journalOf(path))
{
}

StateFile::~StateFile() = default;

Error StateFile::unreadable(const QString &path, const QString &why) const
{
    return Error{.kind = Error::Kind::Invalid,
                 .reason = QCoreApplication::translate("StateFile", "The state in \"%1\" can't be read.").arg(path),
                 .detail = why,
                 .traffic = {},
                 .advice = QCoreApplication::translate(
                     "StateFile", "It was left as it is: restore it from a copy, or name another file.")};
}

Error StateFile::unwritable(const QFileDevice &file) const
{
    return Error{
        .kind = Error::Kind::Invalid,
        .reason =
            QCoreApplication::translate("StateFile", "The state can't be written to \"%1\".").arg(file.fileName()),
        .detail = file.error() == QFileDevice::NoError
                      ? QCoreApplication::translate("StateFile", "Only a part of it could be written.")
                      : file.errorString(),
        .traffic = {},
        .advice = QCoreApplication::translate("StateFile", "Make room, or name another file.")};
}

Result<std::unique_ptr<StateFile>> StateFile::open(const QString &named)
{
    const QString path = withoutLinks(named);
    std::unique_ptr<StateFile> state(new StateFile(path));
    if (QFileInfo::exists(path) && !QFileInfo(path).isFile())
        return state->unreadable(path, QCoreApplication::translate("StateFile", "It is no file."));
    if (hasSeveralNames(path)) // by the other one, its journal would not be found
        return state->unreadable(path, QCoreApplication::translate("StateFile", "It has a second name (a hard link)."));
    state->m_lock.setStaleLockTime(0);
    if (!state->m_lock.tryLock(0)) {
        if (state->m_lock.error() == QLockFile::LockFailedError)
            return Error{
                .kind = Error::Kind::Invalid,
                .reason = QCoreApplication::translate("StateFile", "\"%1\" is in use by another simulator.").arg(path),
                .detail = {},
                .traffic = {},
                .advice = QCoreApplication::translate("StateFile", "End that one, or name another file.")};
        return Error{
            .kind = Error::Kind::Invalid,
            .reason = QCoreApplication::translate("StateFile", "The state can't be written to \"%1\".").arg(path),
            .detail = QCoreApplication::translate("StateFile", "Its folder is not there, or can't be written to."),
            .traffic = {},
            .advice = QCoreApplication::translate("StateFile", "Create the folder, or name another file.")};
    }
    if (auto read = state->readWhole(); !read)
        return read.error();
    if (auto read = state->readJournal(); !read)
        return read.error();
    if (auto opened = state->openJournal(); !opened)
        return opened.error();
    if (auto written = state->writeWhole(); !written)
        return written.error();
    return state;
}

Result<void> StateFile::readWhole()
{
    QFile file(m_path);
    if (!file.exists()) {
        // Without the whole, what the journal says can't be told.
        if (QFileInfo(journalOf(m_path)).size() > 0)
            return unreadable(m_path, QCoreApplication::translate("StateFile", "Only its journal is there."));
        return {};
    }
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(m_path, file.errorString());
    QJsonParseError fault{};
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &fault);
    if (!document.isObject())
        return unreadable(m_path, QCoreApplication::translate("StateFile", "%1 at byte %2.")
                                      .arg(fault.errorString(), QString::number(fault.offset)));
    const QJsonObject object = document.object();
    const int found = object.value("sluice-state"_L1).toInt();
    const QString noState = QCoreApplication::translate("StateFile", "It is not a state of this version.");
    if ((found != format && found != oldFormat) || !object.value("clusters"_L1).isObject())
        return unreadable(m_path, noState);
    m_numbered = found != oldFormat;
    m_lines = object.value("lines"_L1).toInteger();
    const QJsonObject clusters = object.value("clusters"_L1).toObject();
    for (auto it = clusters.begin(); it != clusters.end(); ++it) {
        Cluster &cluster = m_clusters[it.key()];
        const QJsonObject stored = it.value().toObject();
        cluster.revision = stored.value("revision"_L1).toInteger(-1);
        if (cluster.revision < 0 || cluster.revision > largestRevision || !stored.value("items"_L1).isArray())
            return unreadable(m_path, noState);
        const QJsonArray items = stored.value("items"_L1).toArray();
        for (const QJsonValue &value : items) {
            auto change = fromJson(value.toObject());
            if (!change || !change->item)
                return unreadable(m_path, QCoreApplication::translate("StateFile", "An item in it is none."));
            cluster.items[{change->collection, change->id}] = change->item;
        }
    }
    return {};
}

Result<void> StateFile::readJournal()
{
    if (!m_journal.exists())
        return {};
    if (!m_journal.open(QIODevice::ReadOnly))
        return unreadable(m_journal.fileName(), m_journal.errorString());
    std::int64_t last = -1; // number of the line before
    for (int number = 1; !m_journal.atEnd(); ++number) {
        QByteArray line = m_journal.readLine();
        if (!line.endsWith('\n'))
            break; // cut by a kill, so its write was never answered
        line.chop(1);
        const QByteArray body = line.mid(5);
        const QJsonObject entry = QJsonDocument::fromJson(body).object();
        const bool whole = line.size() > 5 && line.left(4) == checksum(body);
        if (!whole || !follows(entry, last) || !replay(entry))
            return unreadable(m_journal.fileName(),
                              QCoreApplication::translate("StateFile", "Line %1 is damaged.").arg(number));
    }
    m_lines = std::max(m_lines, last);
    m_journal.close();
    return {};
}

// The first line must not leave a gap behind the whole, each other one follows the line before.
bool StateFile::follows(const QJsonObject &entry, std::int64_t &last) const
{
    if (!entry.contains("line"_L1)) { // a kill may have come when the first format was in the new whole already
        const auto held = m_clusters.find(entry.value("cluster"_L1).toString());
        return !m_numbered ||
               (held != m_clusters.end() && entry.value("revision"_L1).toInteger() <= held->second.revision);
    }
    const std::int64_t number = entry.value("line"_L1).toInteger();
    const bool good = last < 0 ? number > 0 && number <= m_lines + 1 : number == last + 1;
    last = number;
    return good;
}

// What the whole holds already is passed over: a kill can come between its writing and the end of the old journal.
bool StateFile::replay(const QJsonObject &line)
{
    const QJsonArray changes = line.value("changes"_L1).toArray();
    const std::int64_t revision = line.value("revision"_L1).toInteger();
    if (revision == 0 || changes.isEmpty())
        return false;
    Cluster &cluster = m_clusters[line.value("cluster"_L1).toString()];
    if (revision <= cluster.revision)
        return true;
    cluster.revision = revision;
    for (const QJsonValue &value : changes) {
        const auto change = fromJson(value.toObject());
        if (!change)
            return false;
        if (change->item)
            cluster.items[{change->collection, change->id}] = change->item;
        else
            cluster.items.erase({change->collection, change->id});
    }
    return true;
}

Result<void> StateFile::writeWhole()
{
    QJsonObject clusters;
    for (const auto &[name, cluster] : m_clusters) {
        QJsonArray items;
        for (const auto &[key, item] : cluster.items)
            items.append(toJson(key.first, key.second, item.get()));
        clusters.insert(name, QJsonObject{{u"revision"_s, static_cast<qint64>(cluster.revision)}, {u"items"_s, items}});
    }
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(file);
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner); // consumers' keys are in it
    const QByteArray text = QJsonDocument(QJsonObject{{u"sluice-state"_s, format},
                                                      {u"lines"_s, static_cast<qint64>(m_lines)},
                                                      {u"clusters"_s, clusters}})
                                .toJson(QJsonDocument::Compact);
    // QSaveFile takes a short write for none, and would put the half in the place of the whole.
    if (file.write(text) != text.size() || !file.flush() || !synced(file) || !file.commit())
        return unwritable(file);
    syncFolderOf(m_path);
    m_numbered = true;
    m_goodSize = 0;
    m_nextWhole = largestJournal;
    return trimJournal();
}

Result<void> StateFile::openJournal()
{
    if (!m_journal.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return unwritable(m_journal);
    m_journal.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return {};
}

// What stands behind the last line that was answered goes: a rest of a write that was refused would make all that
// follows unreadable, or come true at the next start.
Result<void> StateFile::trimJournal()
{
    if (m_journal.size() != m_goodSize && (!m_journal.resize(m_goodSize) || !synced(m_journal)))
        return unwritable(m_journal);
    return m_journal.seek(m_goodSize) ? Result<void>() : unwritable(m_journal);
}

bool StateFile::holds(const QString &cluster) const
{
    const std::scoped_lock lock(m_mutex);
    return m_clusters.contains(cluster);
}

std::vector<std::pair<Collection, StoredItem>> StateFile::items(const QString &cluster) const
{
    const std::scoped_lock lock(m_mutex);
    std::vector<std::pair<Collection, StoredItem>> result;
    const auto found = m_clusters.find(cluster);
    if (found == m_clusters.end())
        return result;
    for (const auto &[key, item] : found->second.items)
        result.emplace_back(key.first, *item);
    return result;
}

std::int64_t StateFile::revision(const QString &cluster) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_clusters.find(cluster);
    return found == m_clusters.end() ? 0 : found->second.revision;
}

Result<void> StateFile::begin(const QString &cluster, const SnapshotPtr &snapshot)
{
    const std::scoped_lock lock(m_mutex);
    Cluster &held = m_clusters[cluster];
    held = {snapshot->revision, {}};
    for (const ResourceKind &kind : resourceKinds()) {
        for (const auto &[id, item] : (*snapshot)[kind.collection])
            held.items[{kind.collection, id}] = item;
    }
    return writeWhole();
}

Result<void> StateFile::append(const QString &cluster, std::int64_t revision, const std::vector<Change> &changes)
{
    const std::scoped_lock lock(m_mutex);
    QJsonArray list;
    for (const Change &change : changes)
        list.append(toJson(change.collection, change.id, change.item.get()));
    if (auto trimmed = trimJournal(); !trimmed)
        return trimmed;
    const QByteArray body = QJsonDocument(QJsonObject{{u"line"_s, static_cast<qint64>(m_lines + 1)},
                                                      {u"cluster"_s, cluster},
                                                      {u"revision"_s, static_cast<qint64>(revision)},
                                                      {u"changes"_s, list}})
                                .toJson(QJsonDocument::Compact);
    const QByteArray line = checksum(body) + ' ' + body + '\n';
    if (m_journal.write(line) != line.size() || !synced(m_journal)) {
        const Error fault = unwritable(m_journal);
        static_cast<void>(trimJournal()); // else before the next line
        return fault;
    }
    ++m_lines;
    m_goodSize += line.size();
    Cluster &held = m_clusters[cluster];
    held.revision = revision;
    for (const Change &change : changes) {
        if (change.item)
            held.items[{change.collection, change.id}] = change.item;
        else
            held.items.erase({change.collection, change.id});
    }
    beginJournalAnew();
    return {};
}

// The write is kept already: where there is no room for the whole, the journal just goes on.
void StateFile::beginJournalAnew()
{
    if (m_goodSize <= m_nextWhole)
        return;
    if (const auto written = writeWhole(); !written) {
        m_nextWhole = m_goodSize + moreBeforeNextTry;
        qWarning("%s %s", qUtf8Printable(written.error().reason), qUtf8Printable(written.error().detail));
    }
}

} // namespace sluice::simulator
