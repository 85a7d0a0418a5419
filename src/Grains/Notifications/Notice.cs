using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Notifications;

/// <summary>通知种类. Why somebody is told of something.</summary>
[JsonConverter(typeof(WireNameConverter<NotificationKind>))]
public enum NotificationKind
{
    /// <summary>A piece of work is theirs from now on.</summary>
    [Term("新交办", "assigned")]
    Assigned,

    /// <summary>A step waits for their decision, review or receipt.</summary>
    [Term("待办理", "waits for them")]
    Waiting,

    /// <summary>What they proposed or sent came back.</summary>
    [Term("已退回", "returned")]
    Returned,

    /// <summary>What they asked for was answered.</summary>
    [Term("已答复", "answered")]
    Answered,

    /// <summary>A deadline comes near.</summary>
    [Term("期限临近", "due soon")]
    Due,

    /// <summary>A deadline has passed, and the step is not done.</summary>
    [Term("已逾期", "late")]
    Late,
}

/// <summary>收件人. Whom a notice is for: one person, everybody who holds an office, or everybody of a partner agency.</summary>
/// <param name="User">用户名. The person; null where it is an office.</param>
/// <param name="Office">职务. The roles, any of which suffices.</param>
/// <param name="Section">科室. Only those of this section; null for any.</param>
/// <param name="Agency">协作部门. Those of this agency; null for the bureau's own people.</param>
/// <param name="Deputies">授权事项. Also whom an authorisation in force names for this kind of step; null for none.</param>
/// <param name="WithHeads">及其科室负责人. Also who heads a section in which one of them works.</param>
public sealed record Addressee(
    string? User = null,
    Roles Office = Roles.None,
    string? Section = null,
    string? Agency = null,
    string? Deputies = null,
    bool WithHeads = false)
{
    /// <summary>One person.</summary>
    /// <param name="user">The user name.</param>
    public static Addressee Person(string user) => new(user);

    /// <summary>Everybody of the bureau with one of these roles.</summary>
    /// <param name="office">The roles.</param>
    /// <param name="section">Only those of this section, or null.</param>
    public static Addressee Holding(Roles office, string? section = null) => new(Office: office, Section: section);

    /// <summary>Everybody of a partner agency.</summary>
    /// <param name="agency">Its code.</param>
    public static Addressee Of(string agency) => new(Office: Roles.Everyone, Agency: agency);

    /// <summary>Those who are meant, of everybody there is.</summary>
    /// <param name="all">Every account that is in use.</param>
    /// <param name="deputies">The user names of those whom authorisations in force name for the step.</param>
    public IEnumerable<Recipient> Among(IReadOnlyList<Recipient> all, IReadOnlyCollection<string> deputies)
    {
        ArgumentNullException.ThrowIfNull(all);
        var meant = all.Where(one => Means(one, deputies)).ToList();
        if (!WithHeads)
        {
            return meant;
        }

        var sections = meant.Where(one => one.Agency is null).Select(one => one.Section).OfType<string>().ToHashSet();
        return meant.Union(all.Where(one =>
            one.Agency is null && one.Section is { } section && sections.Contains(section) && (one.Roles & Roles.SectionHead) != 0));
    }

    /// <summary>Whether somebody is meant.</summary>
    /// <param name="one">Who.</param>
    /// <param name="deputies">The user names of those whom authorisations in force name for the step.</param>
    public bool Means(Recipient one, IReadOnlyCollection<string> deputies)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(deputies);
        return User is { } user ? one.User == user
            : ((one.Roles & Office) != 0 && one.Agency == Agency && (Section is null || one.Section == Section))
                || (Deputies is not null && deputies.Contains(one.User));
    }
}

/// <summary>可收通知的人. An account that is in use.</summary>
/// <param name="User">用户名. The user name.</param>
/// <param name="Roles">角色. Its roles.</param>
/// <param name="Section">科室. Its section, or null.</param>
/// <param name="Agency">协作部门. Its partner agency; null for the bureau's own people.</param>
public sealed record Recipient(string User, Roles Roles, string? Section, string? Agency);

/// <summary>应告知的事. What of an entry of the journal concerns whom, as the concept says it.</summary>
/// <param name="Kind">种类. Why they are told.</param>
/// <param name="To">收件人. Whom it is for.</param>
/// <param name="Detail">事由. The stored name of the deadline or the kind of step that it is about; null where the entry says it all.</param>
public sealed record Notice(NotificationKind Kind, Addressee To, string? Detail = null)
{
    /// <summary>Each of several people is told the same.</summary>
    /// <param name="kind">Why.</param>
    /// <param name="users">Their user names.</param>
    /// <param name="detail">The stored name of what it is about, or null.</param>
    public static IEnumerable<Notice> ToEach(NotificationKind kind, IEnumerable<string> users, string? detail = null) =>
        users.Select(user => new Notice(kind, Addressee.Person(user), detail));

    /// <summary>A deadline has passed: who answers for it is told, and who heads the section; where there is none, the head.</summary>
    /// <param name="officer">The user name of who answers for it, or the wire name of the role whose office does; null for nobody.</param>
    /// <param name="section">The section, or null.</param>
    /// <param name="deadline">The stored name of the deadline.</param>
    public static IEnumerable<Notice> OfLapse(string? officer, string? section, string deadline)
    {
        var office = WireName.Find<Roles>(officer);
        return
        [
            .. ToEach(NotificationKind.Late, officer is null || office is not null ? [] : [officer], deadline),
            new Notice(
                NotificationKind.Late,
                office is Roles.Legal ? Addressee.Holding(Roles.Legal) with { WithHeads = true }
                    : office is Roles.Leader || section is null ? Addressee.Holding(Roles.Leader)
                    : Addressee.Holding(Roles.SectionHead, section),
                deadline),
        ];
    }
}

/// <summary>
/// 告知事项的行. A row of which somebody is told when it comes to be: it stands for work that is theirs or a step that waits for them.
/// </summary>
public interface INotifies
{
    /// <summary>What is told when the row was not there before.</summary>
    IEnumerable<Notice> Notices { get; }
}
