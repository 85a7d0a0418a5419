using GraphQL;
using GraphQL.Types;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Security;

/// <summary>准入. Who may use a field.</summary>
/// <param name="Roles">The roles, any of which suffices.</param>
/// <param name="WithoutRole">Whether it is enough to be signed in; the only thing open to somebody who has to change the password first.</param>
public sealed record Access(Roles Roles, bool WithoutRole = false)
{
    private const string MetadataKey = "access";

    /// <summary>Everybody who is signed in.</summary>
    public static Access SignedIn { get; } = new(Roles.Everyone, WithoutRole: true);

    /// <summary>Everybody who holds a role, partner agencies' liaison officers too.</summary>
    public static Access Everyone { get; } = new(Roles.Everyone);

    /// <summary>Everybody who can have work to do: all but those who only audit.</summary>
    public static Access Working { get; } = new(Roles.Everyone & ~Roles.Auditor);

    /// <summary>The bureau's own people.</summary>
    public static Access Bureau { get; } = new(Roles.Bureau);

    /// <summary>Those who look after accounts, and those who audit.</summary>
    public static Access Oversight { get; } = new(Roles.Administrator | Roles.Auditor);

    /// <summary>Whether these roles may.</summary>
    /// <param name="held">The roles that somebody who is signed in holds now.</param>
    public bool Admits(Roles held) => WithoutRole || (Roles & held) != 0;

    /// <summary>The rule that the schema's making put on a field, or null.</summary>
    /// <param name="field">A field of the schema.</param>
    public static Access? Of(FieldType field) => field.GetMetadata<Access?>(MetadataKey);

    internal void PutOn(FieldType field) => field.Metadata[MetadataKey] = this;
}
