using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Handovers;

/// <summary>事项种类. The kinds of work that officers hold and sections hand over.</summary>
public enum WorkKind
{
    /// <summary>检查. An inspection that is planned.</summary>
    Inspection,

    /// <summary>整改. An order to put something right.</summary>
    Rectification,

    /// <summary>案件. A case.</summary>
    Case,

    /// <summary>移送. A crime transfer.</summary>
    CrimeTransfer,
}

/// <summary>How kinds of work, numbers and subjects belong together.</summary>
internal static class WorkKinds
{
    private static readonly (WorkKind Kind, string Concept, string Prefix)[] All =
    [
        (WorkKind.Inspection, Inspection.Concept.Name, Inspection.NumberPrefix),
        (WorkKind.Rectification, Rectification.Concept.Name, Rectification.NumberPrefix),
        (WorkKind.Case, Case.Concept.Name, Case.Prefix),
        (WorkKind.CrimeTransfer, CrimeTransfer.Concept.Name, CrimeTransfer.Prefix),
    ];

    /// <summary>The kind of a piece of work, by its subject.</summary>
    public static WorkKind Of(string subject)
    {
        var concept = SubjectKeys.Split(subject).Concept;
        return All.First(one => one.Concept == concept).Kind;
    }

    /// <summary>The subject of a number as somebody typed it; null when it is not the number of any kind of work.</summary>
    public static string? SubjectOf(string number) => All
        .Select(one => DrawnNumber.Parse(one.Prefix, number, out var parsed) is null ? SubjectKeys.Of(one.Concept, parsed) : null)
        .FirstOrDefault(subject => subject is not null);
}
