namespace ShuangDa.Grains.Subjects;

/// <summary>查询标记. An attribute of a command, of a parameter of it, or of an interface that commands have, because of which subjects of another concept are looked up before the command is decided.</summary>
public interface ILooksUp
{
    /// <summary>概念. The name of the concept of those that are looked up.</summary>
    string Concept { get; }
}

/// <summary>查询标记. Before a command with this interface is decided, subjects of a concept are looked up.</summary>
/// <param name="concept">The concept's name.</param>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class LooksUpAttribute(string concept) : Attribute, ILooksUp
{
    /// <inheritdoc/>
    public string Concept { get; } = concept;
}
