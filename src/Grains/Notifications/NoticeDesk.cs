using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Notifications;

/// <summary>收件人名录. Who can be told of anything.</summary>
public interface IRecipientDirectory
{
    /// <summary>Every account that is in use. What it says may be some seconds old where another silo changed it.</summary>
    ValueTask<IReadOnlyList<Recipient>> AllAsync();
}

/// <summary>被授权人名录. Whom authorisations name.</summary>
public interface IDeputyDirectory
{
    /// <summary>The user names of those whom an authorisation in force names for a kind of step.</summary>
    /// <param name="step">The wire name of the kind of step.</param>
    /// <param name="at">When (UTC).</param>
    ValueTask<IReadOnlyList<string>> NamedForAsync(string step, DateTimeOffset at);
}

/// <summary>
/// 通知分发. Turns what a commit has to tell into a row for each person: not for who did it himself, not for whom the subject does not exist,
/// and each thing once. What one act does to many subjects is shown to each person as one (<see cref="Actor.Batch"/>).
/// </summary>
/// <param name="recipients">Who can be told.</param>
/// <param name="deputies">Whom authorisations name.</param>
/// <param name="hook">Whether a gateway outside is told too.</param>
public sealed class NoticeDesk(IRecipientDirectory recipients, IDeputyDirectory deputies, OutgoingHook hook)
{
    /// <summary>What of these rows is brought to the gateway outside.</summary>
    /// <param name="rows">Who is told of what.</param>
    public IReadOnlyList<NotificationDeliveryRow> DeliveriesOf(IReadOnlyList<NotificationRow> rows) =>
        hook.IsOn ? [.. rows.Select(NotificationDeliveryRow.Of)] : [];

    /// <summary>The rows for what is told.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="told">What is told, each with the number of the entry behind it.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="at">When it was recorded (UTC).</param>
    /// <param name="sees">Whether the subject exists for somebody.</param>
    public async ValueTask<IReadOnlyList<NotificationRow>> RowsOfAsync(
        string subject, IReadOnlyList<(int Number, Notice Notice)> told, Actor actor, DateTimeOffset at, Func<Actor, bool> sees)
    {
        ArgumentNullException.ThrowIfNull(told);

        // Most commits tell nobody anything, and cost nothing more.
        if (told.Count == 0)
        {
            return [];
        }

        var named = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var step in told.Select(one => one.Notice.To.Deputies).OfType<string>().Distinct())
        {
            named[step] = await deputies.NamedForAsync(step, at);
        }

        return RowsOf(subject, told, actor, at, sees, await recipients.AllAsync(), named);
    }

    /// <summary>The rows, where it is known who there is.</summary>
    /// <inheritdoc cref="RowsOfAsync"/>
    /// <param name="subject">The subject's name.</param>
    /// <param name="told">What is told, each with the number of the entry behind it.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="at">When it was recorded (UTC).</param>
    /// <param name="sees">Whether the subject exists for somebody.</param>
    /// <param name="all">Every account that is in use.</param>
    /// <param name="deputies">By kind of step, whom authorisations name.</param>
    public static IReadOnlyList<NotificationRow> RowsOf(
        string subject,
        IReadOnlyList<(int Number, Notice Notice)> told,
        Actor actor,
        DateTimeOffset at,
        Func<Actor, bool> sees,
        IReadOnlyList<Recipient> all,
        IReadOnlyDictionary<string, IReadOnlyList<string>> deputies)
    {
        ArgumentNullException.ThrowIfNull(told);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(sees);
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(deputies);
        var each =
            (from one in told
             let named = one.Notice.To.Deputies is { } step ? deputies[step] : []
             from recipient in one.Notice.To.Among(all, named)
             where recipient.User != actor.User
             where sees(new Actor(recipient.User, recipient.Roles, recipient.Section, recipient.Agency, Guid.Empty))
             group one by (recipient.User, one.Notice.Kind, one.Notice.Detail) into same
             select (same.Key.User, First: same.First()))
            .ToList();

        // Who is told what came of their proposal sees by that that the work is theirs; saying so apart would be telling it twice.
        var others = each.Where(one => one.First.Notice.Kind != NotificationKind.Assigned).Select(one => one.User).ToHashSet();
        return
        [
            .. from one in each
               where one.First.Notice.Kind != NotificationKind.Assigned || !others.Contains(one.User)
               orderby one.First.Number, one.User
               select new NotificationRow
               {
                   UserName = one.User,
                   At = at.ToUnixTimeMilliseconds(),
                   Kind = WireName.Of(one.First.Notice.Kind),
                   Subject = subject,
                   Number = one.First.Number,
                   Detail = one.First.Notice.Detail,
                   Batch = actor.Batch?.ToString("D"),
               },
        ];
    }
}
