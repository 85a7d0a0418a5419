namespace ShuangDa.Grains.Subjects;

/// <summary>决定人. Who decided, as what: what follows for another subject is done in that person's name.</summary>
/// <param name="User">用户名. The account's user name.</param>
/// <param name="Roles">角色. The roles it held then.</param>
/// <param name="Section">科室. Its section, or null.</param>
[GenerateSerializer, Immutable, Alias("deciding-person")]
public sealed record DecidingPerson(string User, Roles Roles, string? Section)
{
    /// <summary>The person who gives a command.</summary>
    /// <param name="actor">The command's actor.</param>
    public static DecidingPerson Of(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return new(actor.User, actor.Roles, actor.Section);
    }

    /// <summary>The person as the actor of another command.</summary>
    /// <param name="commandId">Its id, derived from what was decided.</param>
    public Actor As(Guid commandId) => new(User, Roles, Section, null, commandId);
}
