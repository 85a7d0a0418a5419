namespace ShuangDa.Grains.Subjects;

/// <summary>行为人. Who acts, as what, and under which command id. Travels with every call; the grain trusts nothing else.</summary>
/// <param name="User">The account's user name, such as <c>officer</c>; <c>system</c> for clocks and deliveries.</param>
/// <param name="Roles">The roles that the account held when it signed in.</param>
/// <param name="Section">The code of the bureau's section the user belongs to, or null.</param>
/// <param name="Agency">The code of the partner agency the user belongs to; null for the bureau's own people.</param>
/// <param name="CommandId">The command's id: the same id again gets the first answer again.</param>
[GenerateSerializer, Immutable, Alias("actor")]
public sealed record Actor(string User, Roles Roles, string? Section, string? Agency, Guid CommandId)
{
    /// <summary>The user name that the system itself acts under.</summary>
    public const string SystemUser = "system";

    /// <summary>The system acting by itself, with a command id derived from what makes it act.</summary>
    /// <param name="commandId">An id derived from the cause (a deadline, a journal position), so that a repeat is one.</param>
    public static Actor System(Guid commandId) => new(SystemUser, Roles.System, null, null, commandId);

    /// <summary>
    /// 同批操作. What the command is one part of, where one act of the actor is carried out subject by subject, such as moving all of
    /// somebody's work; null where it stands alone. Whoever is told of the parts is told once.
    /// </summary>
    [Id(0)] public Guid? Batch { get; init; }

    /// <summary>The actor of an act that is carried out subject by subject: each subject's command is a part of it.</summary>
    public Actor OfBatch() => this with { Batch = SubjectKeys.CommandIdFor($"{User}\n{CommandId:D}\nbatch") };

    /// <summary>Whether the actor holds one of these roles.</summary>
    /// <param name="roles">The roles, any of which suffices.</param>
    public bool IsAnyOf(Roles roles) => (Roles & roles) != 0;
}

/// <summary>无权限. The actor may not give this command. The API answers FORBIDDEN.</summary>
[GenerateSerializer, Alias("actor-not-allowed")]
public sealed class ActorNotAllowedException : Orleans.Runtime.OrleansException
{
    /// <summary>Says that the actor may not do this.</summary>
    public ActorNotAllowedException() : base("The actor may not give this command.") { }

    /// <summary>Says that the actor may not do this.</summary>
    /// <param name="message">What the actor may not do.</param>
    public ActorNotAllowedException(string message) : base(message) { }

    /// <summary>Says that the actor may not do this.</summary>
    /// <param name="message">What the actor may not do.</param>
    /// <param name="innerException">What showed it.</param>
    public ActorNotAllowedException(string message, Exception innerException) : base(message, innerException) { }
}
