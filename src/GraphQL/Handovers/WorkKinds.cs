using GraphQL.Types;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Mutations;

namespace ShuangDa.GraphQL.Handovers;

/// <summary>事项种类. The kinds of work that officers hold and sections hand over: one for each concept that has such work.</summary>
public sealed class WorkKindType : EnumerationGraphType
{
    /// <summary>The type.</summary>
    public WorkKindType()
    {
        Name = "WorkKind";
        Description = "事项种类. The kinds of work that officers hold and sections hand over.";
        foreach (var door in MutationType.Doors.Where(door => door is IWorkDoor))
        {
            this.AddValue(door.Concept, door.Words, CommandInput.Parts(DocComments.Of(door.Node)).Meaning);
        }
    }
}

/// <summary>How kinds of work, numbers and subjects belong together. A kind is the name of its concept.</summary>
internal static class WorkKinds
{
    /// <summary>The doors of the concepts that have such work.</summary>
    public static IReadOnlyList<IWorkDoor> Doors { get; } = [.. SubjectDoor.All.Values.OfType<IWorkDoor>()];

    /// <summary>The kind of a piece of work, by its subject.</summary>
    public static string Of(string subject) => SubjectKeys.Split(subject).Concept;

    /// <summary>The door of a piece of work, by its subject.</summary>
    public static IWorkDoor DoorOf(string subject) => (IWorkDoor)SubjectDoor.All[Of(subject)];

    /// <summary>The subject of a number as somebody typed it; null when it is not the number of any kind of work.</summary>
    public static string? SubjectOf(string number) => Doors.Select(door => door.SubjectOf(number)).FirstOrDefault(subject => subject is not null);
}
