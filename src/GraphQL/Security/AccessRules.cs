using System.Collections.Frozen;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Security;

/// <summary>
/// 权限表. Who may see and do what: one table, one place. A field that nothing here speaks of stops the making of the schema, so nothing is
/// open because it was forgotten. What a mutation needs is not repeated: it is the <see cref="AllowedToAttribute"/> of its command, which the grain
/// asks too. tests/Api/Permissions.approved.txt shows the whole of it.
/// </summary>
/// <remarks>What a partner agency's liaison officer sees of a list that concerns several agencies is the list's affair (<see cref="Caller.Agency"/>); here stands which fields exist for whom.</remarks>
public static class AccessRules
{
    private static readonly string[] Wrappings = ["Connection", "Edge", "Payload", "Error"];

    private static readonly FrozenDictionary<string, Access> ByField = new Dictionary<string, Access>
    {
        ["Query.me"] = Access.SignedIn,
        ["Query.allowed"] = Access.SignedIn,
        ["Query.now"] = Access.SignedIn,
        ["Query.user"] = Access.Oversight,
        ["Query.users"] = Access.Oversight,
        ["Query.node"] = Access.Everyone,
        ["Query.nodes"] = Access.Everyone,
        ["Query.enterprise"] = Access.Everyone,
        ["Query.enterprises"] = Access.Everyone,
        ["Query.licence"] = Access.Everyone,
        ["Query.licences"] = Access.Everyone,
        ["Query.licenceExpiry"] = Access.Bureau,
        ["Query.inspection"] = Access.Bureau,
        ["Query.inspections"] = Access.Bureau,
        ["Query.sweepCoverage"] = Access.Bureau,
        ["Query.sweepCampaigns"] = Access.Bureau,
        ["Query.rectification"] = Access.Bureau,
        ["Query.rectifications"] = Access.Bureau,
        ["Query.case"] = Access.Bureau,
        ["Query.cases"] = Access.Bureau,
        ["Query.caseCounts"] = Access.Bureau,
        ["Query.openWork"] = Access.Bureau,
        ["Query.sectionHandovers"] = Access.Bureau,
        ["Query.crimeThresholds"] = Access.Bureau,
        ["Query.crimeTransfer"] = Access.Everyone,
        ["Query.crimeTransfers"] = Access.Everyone,
        ["Query.productClasses"] = Access.Everyone,
        ["Query.search"] = Access.Everyone,
        ["Query.journal"] = Access.Everyone,
        ["Query.journalCheck"] = Access.Bureau,
        ["Query.deadlines"] = Access.Bureau,
        ["Query.import"] = Access.Bureau,
        ["Query.recentImports"] = Access.Bureau,
        ["Query.workingCalendar"] = Access.Everyone,
        ["Query.sections"] = Access.Everyone,
        ["Query.agencies"] = Access.Everyone,
        ["Query.staff"] = Access.Bureau,
        ["Query.selfCheck"] = Access.Oversight,

        ["Subscription.changed"] = Access.Everyone,
        ["Subscription.deadlineLapsed"] = Access.Bureau,

        // A register's entry as the public may see it; what the bureau thinks of the enterprise is the bureau's.
        ["Enterprise.id"] = Access.Everyone,
        ["Enterprise.version"] = Access.Everyone,
        ["Enterprise.creditCode"] = Access.Everyone,
        ["Enterprise.name"] = Access.Everyone,
        ["Enterprise.district"] = Access.Everyone,
        ["Enterprise.address"] = Access.Everyone,
        ["Enterprise.businessScope"] = Access.Everyone,
        ["Enterprise.productClasses"] = Access.Everyone,
        ["Enterprise.isProtectedBrand"] = Access.Everyone,
        ["Enterprise.status"] = Access.Everyone,
        ["Enterprise.licences"] = Access.Everyone,
        ["Licence.id"] = Access.Everyone,
        ["Licence.version"] = Access.Everyone,
        ["Licence.number"] = Access.Everyone,
        ["Licence.kind"] = Access.Everyone,
        ["Licence.productClasses"] = Access.Everyone,
        ["Licence.status"] = Access.Everyone,
        ["Licence.validFrom"] = Access.Everyone,
        ["Licence.validTo"] = Access.Everyone,
        ["Licence.issuedBy"] = Access.Everyone,
        ["Licence.enterprise"] = Access.Everyone,

        // What was sent to the police, and no more of the bureau's own deliberations.
        ["CrimeTransfer.case"] = Access.Bureau,
        ["CrimeTransfer.taskGroup"] = Access.Bureau,
        ["CrimeTransfer.report"] = Access.Bureau,
        ["CrimeTransfer.lapses"] = Access.Bureau,
        ["CrimeTransfer.handovers"] = Access.Bureau,
        ["CrimeTransfer.clocks"] = Access.Bureau,
        ["CrimeTransfer.deadlines"] = Access.Bureau,
        ["CrimeTransfer.history"] = Access.Bureau,

        // What sections and agencies are called is no secret; who sits where, and with how much work, is the bureau's.
        ["Section.heads"] = Access.Bureau,
        ["Section.members"] = Access.Bureau,
        ["Section.openWork"] = Access.Bureau,
        ["Agency.liaisons"] = Access.Bureau,

        // Who somebody is may be known to whoever may see the entry that names him; how the account stands may not.
        ["User.id"] = Access.SignedIn,
        ["User.userName"] = Access.SignedIn,
        ["User.displayName"] = Access.SignedIn,
        ["User.roles"] = Access.SignedIn,
        ["User.section"] = Access.SignedIn,
        ["User.agency"] = Access.SignedIn,
        ["User.version"] = Access.SignedIn,
        ["User.mustChangePassword"] = Access.SignedIn,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Access> ByType = new Dictionary<string, Access>
    {
        ["Node"] = Access.SignedIn,
        ["OtherSubject"] = Access.SignedIn,
        ["PageInfo"] = Access.SignedIn,
        ["Enterprise"] = Access.Bureau,
        ["Licence"] = Access.Bureau,
        ["Inspection"] = Access.Bureau,
        ["InspectionFinding"] = Access.Bureau,
        ["InspectionDraw"] = Access.Bureau,
        ["Attachment"] = Access.Bureau,
        ["SweepCoverage"] = Access.Bureau,
        ["SweepCampaign"] = Access.Bureau,
        ["ClassCoverage"] = Access.Bureau,
        ["LicenceExpiryMonth"] = Access.Bureau,
        ["CaseCount"] = Access.Bureau,
        ["JournalCheck"] = Access.Bureau,
        ["Rectification"] = Access.Bureau,
        ["Reinspection"] = Access.Bureau,
        ["MeasureProposal"] = Access.Bureau,
        ["DecidedMeasure"] = Access.Bureau,
        ["MeasureAnswer"] = Access.Bureau,
        ["RectificationLapse"] = Access.Bureau,
        ["Case"] = Access.Bureau,
        ["CaseParty"] = Access.Bureau,
        ["CaseFigures"] = Access.Bureau,
        ["StatutoryClock"] = Access.Bureau,
        ["CasePause"] = Access.Bureau,
        ["CaseLapse"] = Access.Bureau,
        ["CaseTest"] = Access.Bureau,
        ["CaseFollowUp"] = Access.Bureau,
        ["Evidence"] = Access.Bureau,
        ["Custody"] = Access.Bureau,
        ["Seizure"] = Access.Bureau,
        ["Penalty"] = Access.Bureau,
        ["PenaltyProposal"] = Access.Bureau,
        ["PenaltyDecision"] = Access.Bureau,
        ["NoticeOfRights"] = Access.Bureau,
        ["TransferDuty"] = Access.Bureau,
        ["TransferForwarding"] = Access.Everyone,
        ["CrimeThreshold"] = Access.Bureau,
        ["WorkItem"] = Access.Bureau,
        ["MovedWork"] = Access.Bureau,
        ["SectionHandover"] = Access.Bureau,
        ["CrimeTransfer"] = Access.Everyone,
        ["ProductClass"] = Access.Everyone,
        ["WorkingCalendar"] = Access.Everyone,
        ["CalendarDay"] = Access.Everyone,
        ["CalendarPeriod"] = Access.Everyone,
        ["WorkingYear"] = Access.Everyone,
        ["Section"] = Access.Everyone,
        ["Agency"] = Access.Everyone,
        ["SearchHit"] = Access.Everyone,
        ["JournalEntry"] = Access.Everyone,
        ["ChangeNotice"] = Access.Everyone,
        ["Deadline"] = Access.Bureau,
        ["Import"] = Access.Bureau,
        ["User"] = Access.Oversight,
        ["EnterpriseAsOf"] = Access.Bureau,
        ["LicenceAsOf"] = Access.Bureau,
        ["RectificationAsOf"] = Access.Bureau,
        ["CaseAsOf"] = Access.Bureau,
        ["SelfCheckReport"] = Access.Oversight,
        ["SelfCheckRule"] = Access.Oversight,
        ["SelfCheckFinding"] = Access.Oversight,
    }.ToFrozenDictionary();

    // Mutations that are put together from several commands: whoever may give those may use them.
    private static readonly FrozenDictionary<string, Type> CommandsBehind = new Dictionary<string, Type>
    {
        // A draw plans each inspection that it draws, a sweep each that is missing.
        ["drawInspections"] = typeof(PlanInspection),
        ["planSweep"] = typeof(PlanInspection),

        // Work of four concepts moves in one step; the same roles decide in each.
        ["moveOfficerWork"] = typeof(MoveCaseWork),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Type> Commands = typeof(Command).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Command)) && !type.IsAbstract && !type.IsGenericTypeDefinition)
        .GroupBy(OfferedAsAttribute.NameOf)
        .Where(named => named.Count() == 1)
        .ToFrozenDictionary(named => named.Key, named => named.Single());

    /// <summary>Whether a type only wraps what it leads to, which has rules of its own: connections, edges, payloads and errors.</summary>
    /// <param name="type">The type's name.</param>
    public static bool IsWrapping(string type) => Wrappings.Any(ending => type.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>The fields and types that the table names.</summary>
    public static IEnumerable<string> Named => ByField.Keys.Concat(ByType.Keys);

    /// <summary>Who may use a field; null when nothing says so.</summary>
    /// <param name="type">The object type or interface.</param>
    /// <param name="field">The field.</param>
    public static Access? For(string type, string field) =>
        ByField.GetValueOrDefault($"{type}.{field}")
        ?? (type == "Mutation" ? ForMutation(field) : null)
        ?? ByType.GetValueOrDefault(type)
        ?? (IsWrapping(type) ? Access.SignedIn : null);

    /// <summary>Whether an object of this type may be read at all by these roles; for <c>node(id:)</c>, which names no field of the type.</summary>
    /// <param name="type">The object type.</param>
    /// <param name="held">The roles that the caller holds.</param>
    public static bool MayRead(string type, Roles held) => For(type, "id")?.Admits(held) == true;

    // The own password is the one thing that somebody who has to change it may do.
    private static Access? ForMutation(string field) => field == "changeMyPassword"
        ? Access.SignedIn
        : (CommandsBehind.GetValueOrDefault(field) ?? Commands.GetValueOrDefault(field)) is { } command && (AllowedToAttribute.Of(command) & Roles.Everyone) is not Roles.None and var roles
            ? new Access(roles)
            : null;
}
