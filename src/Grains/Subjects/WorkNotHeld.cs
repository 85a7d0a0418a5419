namespace ShuangDa.Grains.Subjects;

/// <summary>不在其名下. The work that is to be moved is not held by the person it is to be taken from.</summary>
/// <param name="Officer">人员. The user name that was given.</param>
[GenerateSerializer, Immutable, Alias("refusal.work-not-held")]
public sealed record WorkNotHeld(string Officer) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"该事项不在{Named.Person(Officer)}名下", $"{Named.Person(Officer)} does not hold this work");
}
