using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Enterprises;

// The end of an enterprise, an end that was recorded by mistake, and what its licences, open orders and
// planned inspections are told of both.
public static partial class Enterprise
{
    private static Decision<EnterpriseEvent>? DecideInClosing(EnterpriseState enterprise, EnterpriseCommand command, Circumstances now) => command switch
    {
        CloseEnterprise c => c.Grounds.Problem() is { } problem ? problem : new EnterpriseClosed(now.Day, c.Grounds.Trimmed(), News(now)),
        ReopenEnterprise when enterprise.Status is EnterpriseStatus.Active => Decision<EnterpriseEvent>.AlreadySo,
        ReopenEnterprise c => c.Grounds.Problem() is { } problem ? problem
            : new EnterpriseReopened(now.Today, enterprise.ClosedOn!.Value, c.Grounds.Trimmed(), News(now)),
        EnterpriseDeadlineReached c => DecideEnterpriseDeadlineReached(enterprise, c, now),
        _ => Decision<EnterpriseEvent>.NotOfThisStage,
    };

    private static EnterpriseState? ApplyInClosing(EnterpriseState enterprise, EnterpriseEvent happened) => happened switch
    {
        EnterpriseClosed e => enterprise with
        {
            Status = EnterpriseStatus.Closed,
            ClosedOn = e.ClosedOn,
            EndInRegister = e.EndInRegister ?? enterprise.EndInRegister,
            OwedToLicences = [.. enterprise.OwedToLicences, .. Owed(e.News, e.ClosedOn)],
            OwedToMatters = [.. enterprise.OwedToMatters, .. OwedToMattersBy(e.News, e.ClosedOn)],
        },
        EnterpriseReopened e => enterprise with
        {
            Status = EnterpriseStatus.Active,
            ClosedOn = null,
            OwedToLicences = [.. enterprise.OwedToLicences, .. Owed(e.News, null)],
            OwedToMatters = [.. enterprise.OwedToMatters, .. OwedToMattersBy(e.News, null)],
        },
        EnterpriseLicenceTold e => enterprise with { OwedToLicences = enterprise.OwedToLicences.Remove(e.Told) },
        EnterpriseMatterTold e => enterprise with { OwedToMatters = enterprise.OwedToMatters.Remove(e.Told) },
        _ => null,
    };

    private static Decision<EnterpriseEvent> DecideEnterpriseDeadlineReached(EnterpriseState enterprise, EnterpriseDeadlineReached due,
        Circumstances now)
    {
        if (due.DueAt > now.Now || !EnterpriseDeadlines.Of(enterprise).Any(open => open.Kind == due.Kind && open.DueAt == due.DueAt))
        {
            return Decision<EnterpriseEvent>.AlreadySo;
        }

        return (now.AnswerTo(Owes(enterprise)), enterprise) switch
        {
            (null, _) => Decision<EnterpriseEvent>.AlreadySo,
            ({ Refusal: var refusal }, { OwedToLicences: [var licence, ..] }) =>
                new EnterpriseLicenceTold(licence, refusal?.Message.Chinese, refusal?.Message.English),
            ({ Refusal: var refusal }, { OwedToMatters: [{ IsInspection: true } inspection, ..] }) =>
                new EnterpriseInspectionTold(inspection, refusal?.Message.Chinese, refusal?.Message.English),
            ({ Refusal: var refusal }, _) =>
                new EnterpriseOrderTold(enterprise.OwedToMatters[0], refusal?.Message.Chinese, refusal?.Message.English),
        };
    }

    /// <summary>What a licence, an order or an inspection is owed to be told, where one is; the licences first, so that an order finds
    /// them told.</summary>
    private static Owed? Owes(EnterpriseState enterprise) => OwesLicence(enterprise) ?? OwesMatter(enterprise);

    private static Owed? OwesMatter(EnterpriseState enterprise) => enterprise.OwedToMatters is [var owed, ..]
        ? owed.Owed(owed.IsInspection ? EnterpriseDeadlines.InspectionNews : EnterpriseDeadlines.OrderNews)
        : null;

    private static Owed? OwesLicence(EnterpriseState enterprise) => enterprise.OwedToLicences is [var owed, ..]
        ? new Owed(
            EnterpriseDeadlines.LicenceNews,
            SubjectKeys.Of(Licence.Concept.Name, owed.Licence),
            owed.ClosedOn is { } closedOn ? new NoteHolderClosing(closedOn) : new NoteHolderReopening(),
            OwedToMatter.Teller(owed.By),
            $"{owed.Licence} {(owed.ClosedOn is null ? "REOPENED" : "CLOSED")}",
            owed.Since)
        : null;

    private static NewsOfEnd News(Circumstances now) => new(
        now.Required<LicencesHeld>().Numbers, now.Now, DecidingPerson.Of(now.Actor))
    {
        Orders = now.Required<LicencesHeld>().OpenOrders,
        Inspections = now.Required<LicencesHeld>().PlannedInspections,
    };

    private static IEnumerable<OwedToLicence> Owed(NewsOfEnd? news, DateOnly? closedOn) =>
        news?.Licences.Select(number => new OwedToLicence(number, closedOn, news.Since, news.By)) ?? [];

    private static IEnumerable<OwedToMatter> OwedToMattersBy(NewsOfEnd? news, DateOnly? closedOn) => news?.ToMatters(closedOn) ?? [];
}

/// <summary>所持许可证. What the shell found of the licences that an enterprise holds and that have not ended.</summary>
/// <param name="Numbers">证书编号. Their numbers.</param>
public sealed record LicencesHeld(ImmutableArray<string> Numbers)
{
    /// <summary>未了的整改. The numbers of the orders to put something right that are open with it.</summary>
    public ImmutableArray<string> OpenOrders { get; init; } = [];

    /// <summary>已计划的检查. The numbers of its inspections that are planned, and of those that ended with it.</summary>
    public ImmutableArray<string> PlannedInspections { get; init; } = [];
}

/// <summary>应告许可证、整改和检查. Who is to be told of an enterprise's end or of its correction.</summary>
/// <param name="Licences">证书编号. The numbers of the licences.</param>
/// <param name="Since">起时. When it was decided (UTC).</param>
/// <param name="By">决定人. In whose name.</param>
public sealed record NewsOfEnd(ImmutableArray<string> Licences, DateTimeOffset Since, DecidingPerson By)
{
    /// <summary>整改编号. The numbers of the open orders; none in what was recorded before they were told.</summary>
    public ImmutableArray<string> Orders { get => field.IsDefault ? [] : field; init; }

    /// <summary>检查编号. The numbers of the inspections; none in what was recorded before they were told.</summary>
    public ImmutableArray<string> Inspections { get => field.IsDefault ? [] : field; init; }

    /// <summary>What the orders and inspections are owed to be told.</summary>
    /// <param name="closedOn">The day of the end (Asia/Shanghai); null where they are told that there was none.</param>
    internal IEnumerable<OwedToMatter> ToMatters(DateOnly? closedOn) =>
        Orders.Concat(Inspections).Select(number => new OwedToMatter(number, closedOn, Since, By));
}

/// <summary>待告许可证. One licence that has yet to be told.</summary>
/// <param name="Licence">证书编号. Its number.</param>
/// <param name="ClosedOn">终止日期. The day on which the enterprise ended; null where it is told that it did not.</param>
/// <param name="Since">起时. When it was decided (UTC); due at once.</param>
/// <param name="By">决定人. In whose name.</param>
[GenerateSerializer, Immutable, Alias("owed-to-licence")]
public sealed record OwedToLicence(string Licence, DateOnly? ClosedOn, DateTimeOffset Since, DecidingPerson By);

/// <summary>待告整改或者检查. One open order or planned inspection that has yet to be told; stored under the names of when only orders were told.
/// </summary>
/// <param name="Number">编号. Its number.</param>
/// <param name="ClosedOn">终止日期. The day on which the enterprise ended; null where it is told that it did not.</param>
/// <param name="Since">起时. When it was decided (UTC); due at once.</param>
/// <param name="By">决定人. In whose name.</param>
[GenerateSerializer, Immutable, Alias("owed-to-order")]
public sealed record OwedToMatter(
    [property: JsonPropertyName("order")] string Number, DateOnly? ClosedOn, DateTimeOffset Since, DecidingPerson By)
{
    /// <summary>是检查. Whether it is an inspection, as its number says.</summary>
    [JsonIgnore] public bool IsInspection => Number.StartsWith(Inspection.NumberPrefix, StringComparison.Ordinal);

    /// <summary>What it is owed, under the deadline of who tells it.</summary>
    /// <param name="news">The kind of deadline.</param>
    internal Owed Owed(string news) => new(
        news,
        SubjectKeys.Of(IsInspection ? Inspection.Concept.Name : Rectification.Concept.Name, Number),
        (IsInspection, ClosedOn) switch
        {
            (true, { } closedOn) => new NoteInspectedClosing(closedOn),
            (true, null) => new NoteInspectedReopening(),
            (false, { } closedOn) => new NoteEnterpriseClosing(closedOn),
            (false, null) => new NoteEnterpriseReopening(),
        },
        Teller(By),
        $"{Number} {(ClosedOn is null ? "REOPENED" : "CLOSED")}",
        Since);

    /// <summary>In whose name it is told. What a register says that somebody of another office imported is nobody's decision: the clock
    /// tells it.</summary>
    /// <param name="by">Who decided.</param>
    internal static Func<Guid, Actor> Teller(DecidingPerson by) => (by.Roles & Roles.SectionHead) == 0 ? Actor.System : by.As;

    /// <summary>In one line for people, what became of telling it.</summary>
    /// <param name="whose">What ended, as a sentence names it.</param>
    /// <param name="chinese">Why it did not take it, in Chinese; null where it did.</param>
    /// <param name="english">The same in English.</param>
    internal BilingualText Answered(BilingualText whose, string? chinese, string? english)
    {
        var what = IsInspection ? new BilingualText($"检查{Number}", $"Inspection {Number}") : new($"整改{Number}", $"Order {Number}");
        return (ClosedOn, chinese) switch
        {
            ({ }, null) => new($"{what.Chinese}已获知{whose.Chinese}终止", $"{what.English} knows of the end{whose.English}"),
            (null, null) => new($"{what.Chinese}已获知{whose.Chinese}恢复", $"{what.English} knows that it had not ended"),
            _ => new($"{what.Chinese}未能相应办理：{chinese}", $"{what.English} did not follow: {english}"),
        };
    }
}

/// <summary>终止企业. Records that an enterprise has ended; its record stays and is not changed any more. Open renewals of its licences end,
/// and their deregistration is proposed (行政许可法 第七十条第三项); no measure follows its open orders any more, and what was planned to be
/// inspected there is not.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("enterprise.close"), AllowedTo(Roles.SectionHead), Dated]
public sealed record CloseEnterprise(Grounds Grounds) : EnterpriseCommand;

/// <summary>更正误记的企业终止. Takes back an end that was recorded by mistake, and what its licences, orders and inspections were told
/// of it.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("enterprise.reopen"), AllowedTo(Roles.SectionHead)]
public sealed record ReopenEnterprise(Grounds Grounds) : EnterpriseCommand;

/// <summary>企业期限到期. What a licence is owed is due.</summary>
/// <param name="Kind">期限种类. One of <see cref="EnterpriseDeadlines"/>.</param>
/// <param name="DueAt">到期时刻. When it was due (UTC).</param>
[GenerateSerializer, Immutable, Alias("enterprise.deadline-reached"), AllowedTo(Roles.System)]
public sealed record EnterpriseDeadlineReached(string Kind, DateTimeOffset DueAt) : EnterpriseCommand, IDeadlineCommand;

/// <summary>企业步骤. An event that somebody took with reason, basis and document.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
public abstract record EnterpriseStep(Grounds Grounds) : EnterpriseEvent
{
    /// <inheritdoc/>
    public override string? LegalBasis => Grounds.Basis;

    /// <inheritdoc/>
    public override string? Document => Grounds.DocumentNumber;
}

/// <summary>企业已终止. The enterprise ended.</summary>
/// <param name="ClosedOn">终止日期. The day it was recorded as closed (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="News">应告许可证. Which licences are told; null in what was recorded before they were.</param>
/// <param name="EndInRegister">登记簿所载终止. How a register says that it ended; null where the bureau recorded it.</param>
[Alias("enterprise.closed")]
public sealed record EnterpriseClosed(
    DateOnly ClosedOn, Grounds Grounds, NewsOfEnd? News = null, RegistrationState? EndInRegister = null) : EnterpriseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"企业终止：{Grounds.Reason}", $"Closed: {Grounds.Reason}");
}

/// <summary>误记的企业终止已更正. The enterprise had not ended.</summary>
/// <param name="ReopenedOn">更正日. The day (Asia/Shanghai).</param>
/// <param name="ClosedOn">误记终止日期. The day on which it was said to have ended.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="News">应告许可证. Which licences are told.</param>
[Alias("enterprise.reopened")]
public sealed record EnterpriseReopened(DateOnly ReopenedOn, DateOnly ClosedOn, Grounds Grounds, NewsOfEnd News) : EnterpriseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"更正误记的终止（{ClosedOn:yyyy-MM-dd}）：{Grounds.Reason}", $"Closed on {ClosedOn:yyyy-MM-dd} by mistake: {Grounds.Reason}");
}

/// <summary>已告许可证. A licence was told, or did not take it; a person has to see to that.</summary>
/// <param name="Told">所告. Which licence, of what.</param>
/// <param name="Chinese">未能办理的原因. Why the licence did not take it, in Chinese; null where it did.</param>
/// <param name="English">未能办理的原因（英文）. The same in English.</param>
[Alias("enterprise.licence-told")]
public sealed record EnterpriseLicenceTold(OwedToLicence Told, string? Chinese = null, string? English = null)
    : EnterpriseEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => (Told.ClosedOn, Chinese) switch
    {
        ({ }, null) => new($"许可证{Told.Licence}已建议注销", $"Licence {Told.Licence}: deregistration is proposed"),
        (null, null) => new($"许可证{Told.Licence}的注销建议已撤回", $"Licence {Told.Licence}: the proposal is taken back"),
        _ => new($"许可证{Told.Licence}未能相应办理：{Chinese}", $"Licence {Told.Licence} did not follow: {English}"),
    };
}

/// <summary>已告整改或者检查. An open order or a planned inspection was told, or did not take it; a person has to see to that.</summary>
/// <param name="Told">所告. Which one, of what.</param>
/// <param name="Chinese">未能办理的原因. Why it did not take it, in Chinese; null where it did.</param>
/// <param name="English">未能办理的原因（英文）. The same in English.</param>
public abstract record EnterpriseMatterTold(OwedToMatter Told, string? Chinese, string? English) : EnterpriseEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => Told.Answered(new("企业", ""), Chinese, English);
}

/// <summary>已告整改. An open order was told, or did not take it.</summary>
/// <param name="Told">所告. Which order, of what.</param>
/// <param name="Chinese">未能办理的原因. Why the order did not take it, in Chinese; null where it did.</param>
/// <param name="English">未能办理的原因（英文）. The same in English.</param>
[Alias("enterprise.order-told")]
public sealed record EnterpriseOrderTold(OwedToMatter Told, string? Chinese = null, string? English = null)
    : EnterpriseMatterTold(Told, Chinese, English);

/// <summary>已告检查. A planned inspection was told, or did not take it.</summary>
/// <param name="Told">所告. Which inspection, of what.</param>
/// <param name="Chinese">未能办理的原因. Why the inspection did not take it, in Chinese; null where it did.</param>
/// <param name="English">未能办理的原因（英文）. The same in English.</param>
[Alias("enterprise.inspection-told")]
public sealed record EnterpriseInspectionTold(OwedToMatter Told, string? Chinese = null, string? English = null)
    : EnterpriseMatterTold(Told, Chinese, English);

/// <summary>企业已终止. The enterprise has ended; its record is not changed any more.</summary>
/// <param name="ClosedOn">终止日期. The day it was closed.</param>
[GenerateSerializer, Immutable, Alias("refusal.enterprise-not-active")]
public sealed record EnterpriseNotActive(DateOnly ClosedOn) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"该企业已于{ClosedOn:yyyy-MM-dd}终止，不能再变更", $"The enterprise was closed on {ClosedOn:yyyy-MM-dd} and is not changed any more");
}
