using ShuangDa.Grains.Journal;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Subjects;
using static ShuangDa.Grains.Subjects.StateCheck;

namespace ShuangDa.Grains.Enterprises;

/// <summary>企业的规则. The law of an enterprise, and what the shared rooms need to know of it. Each stage has its commands and events in a file of its own.</summary>
public static partial class Enterprise
{
    /// <summary>企业. The concept.</summary>
    public static Concept<EnterpriseState, EnterpriseCommand, EnterpriseEvent> Concept { get; } = new()
    {
        Name = "enterprise",
        Title = new BilingualText("企业", "Enterprise"),
        Json = EnterpriseJson.Default,
        RowTypes = [typeof(EnterpriseRow), typeof(EnterpriseProductClassRow), typeof(EnterpriseTextRow)],
        Decide = Decide,
        Apply = Apply,
        Check = Check,
        Rows = EnterpriseRows.Of,
        Deadlines = EnterpriseDeadlines.Of,
        Owes = Owes,
        WaitsFor = ["licence", "rectification", "inspection"],
        Follows = static enterprise => new[] { enterprise.Details.RegisteredOn, enterprise.ClosedOn }.Max(),
        WhenDue = static (kind, dueAt) => new EnterpriseDeadlineReached(kind, dueAt),
        Tally = Tally,
        Party = static of => of.CreditCode,
        FormerNames = static (before, after) => before is { Details.Name: var name } && name != after.Details.Name ? [name] : [],
    };

    /// <summary>What a command leads to.</summary>
    /// <param name="enterprise">The state, or null while it is not registered.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">Who asks, and when.</param>
    public static Decision<EnterpriseEvent> Decide(EnterpriseState? enterprise, EnterpriseCommand command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return (enterprise, command) switch
        {
            (null, RegisterEnterprise c) => DecideRegisterEnterprise(c, isCarried: false, now),
            (null, ImportEnterprise c) => DecideImportEnterprise(null, c, now),
            (null, EnterpriseDeadlineReached) => Decision<EnterpriseEvent>.AlreadySo,
            (null, _) => CreditCode.ParseCarried(now.Key, out var code) is null && code.Wrong is { } wrong
                ? wrong
                : new NotFound("enterprise", now.Key),
            ({ } known, _) => DecideByStage(known, command, now),
        };
    }

    private static Decision<EnterpriseEvent> DecideByStage(EnterpriseState enterprise, EnterpriseCommand command, Circumstances now) =>
        command is RegisterEnterprise ? new AlreadyExists("enterprise", enterprise.CreditCode)
        : command is ImportEnterprise or CloseEnterprise && enterprise.Status is EnterpriseStatus.Closed ? Decision<EnterpriseEvent>.AlreadySo
        : enterprise.ClosedOn is { } closedOn && command is not (ReopenEnterprise or EnterpriseDeadlineReached)
            ? new EnterpriseNotActive(closedOn)
        : DecideInImport(enterprise, command, now)
        ?? DecideInChanges(enterprise, command, now)
        ?? DecideInClosing(enterprise, command, now)
        ?? throw new ArgumentOutOfRangeException(nameof(command), command, "The law of an enterprise does not know this command.");

    /// <summary>The state after an event.</summary>
    /// <param name="enterprise">The state before, or null.</param>
    /// <param name="happened">The event.</param>
    public static EnterpriseState Apply(EnterpriseState? enterprise, EnterpriseEvent happened) => happened is EnterpriseRegistered registered ? Begun(registered)
        : enterprise is null ? throw new InvalidOperationException($"{happened.GetType().Name} came before the enterprise was registered.")
        : ApplyInChanges(enterprise, happened)
        ?? ApplyInClosing(enterprise, happened)
        ?? throw new ArgumentOutOfRangeException(nameof(happened), happened, "The fold of an enterprise does not know this event.");

    /// <summary>What does not hold though it must.</summary>
    /// <param name="enterprise">A state.</param>
    public static IReadOnlyList<string> Check(EnterpriseState enterprise)
    {
        ArgumentNullException.ThrowIfNull(enterprise);
        return
        [
            .. When(CreditCode.ParseCarried(enterprise.CreditCode, out var code) is not null || code.ToString() != enterprise.CreditCode, $"its credit code '{enterprise.CreditCode}' is not one in normal form"),
            .. When(string.IsNullOrWhiteSpace(enterprise.Details.Name), "it has no name"),
            .. When((enterprise.Status is EnterpriseStatus.Closed) != enterprise.ClosedOn.HasValue, "closed goes with the day it closed"),
            .. When(enterprise.ProductClasses.IsDefault || enterprise.ProductClasses.Distinct().Count() != enterprise.ProductClasses.Length, "a product class is listed twice"),
        ];
    }

    private static IEnumerable<TallyFact> Tally(EnterpriseState? before, EnterpriseEvent happened, EnterpriseState after) => happened is EnterpriseRegistered e
        ? [new TallyFact(e.RecordedOn, Measure.EnterprisesRegistered, 1, ProductClass: after.ProductClasses.FirstOrDefault())]
        : [];
}
