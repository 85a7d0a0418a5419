namespace ShuangDa.Grains.Subjects;

/// <summary>角色. What a user may be in the bureau or in a partner agency; a user can hold several.</summary>
[Flags]
public enum Roles
{
    /// <summary>无. No role at all.</summary>
    None = 0,

    /// <summary>系统管理员. Looks after accounts, settings, calendars and imports.</summary>
    Administrator = 1,

    /// <summary>领导小组. Member of the campaign's leading group (R3.1.1).</summary>
    Leader = 2,

    /// <summary>执法人员. Officer who inspects and investigates.</summary>
    Officer = 4,

    /// <summary>责任科室负责人. Head of a responsible section (R3.1.1).</summary>
    SectionHead = 8,

    /// <summary>监督与法制科. Supervision and legal section (R3.5.2).</summary>
    Legal = 16,

    /// <summary>12365热线. Receives complaints and reports (R3.3.3).</summary>
    Hotline = 32,

    /// <summary>协作部门联络员. Liaison officer of a partner agency (R3.1.2); sees what concerns that agency.</summary>
    Liaison = 64,

    /// <summary>审计人员. Reads everything and changes nothing.</summary>
    Auditor = 128,

    /// <summary>系统. The system itself: clocks and deliveries. No account ever holds it.</summary>
    System = 256,

    /// <summary>全体局内人员. Everyone of the bureau.</summary>
    Bureau = Administrator | Leader | Officer | SectionHead | Legal | Hotline | Auditor,

    /// <summary>全体用户. Everyone who can sign in.</summary>
    Everyone = Bureau | Liaison,
}

/// <summary>准许的角色. Says who may give a command; a command without it may be given by nobody. Read by the grain and by the API's policy, so that both ask one table.</summary>
/// <param name="roles">The roles that may; the system must be named to be among them.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AllowedToAttribute(Roles roles) : Attribute
{
    /// <summary>准许的角色. The roles that may give the command.</summary>
    public Roles Roles { get; } = roles;

    /// <summary>The roles that may give commands of this type; none where it says nothing.</summary>
    /// <param name="command">The command's type.</param>
    public static Roles Of(Type command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ((AllowedToAttribute?)GetCustomAttribute(command, typeof(AllowedToAttribute)))?.Roles ?? Roles.None;
    }
}
