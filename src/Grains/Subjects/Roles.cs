namespace ShuangDa.Grains.Subjects;

/// <summary>角色. What a user may be in the bureau or in a partner agency; a user can hold several.</summary>
[Flags]
public enum Roles
{
    /// <summary>No role at all.</summary>
    [Term("无", "none")]
    None = 0,

    /// <summary>Looks after accounts, settings, calendars and imports.</summary>
    [Term("系统管理员", "administrator")]
    Administrator = 1,

    /// <summary>Member of the campaign's leading group (R3.1.1).</summary>
    [Term("领导小组", "leading group")]
    Leader = 2,

    /// <summary>Officer who inspects and investigates.</summary>
    [Term("执法人员", "officer")]
    Officer = 4,

    /// <summary>Head of a responsible section (R3.1.1).</summary>
    [Term("责任科室负责人", "head of section")]
    SectionHead = 8,

    /// <summary>Supervision and legal section (R3.5.2).</summary>
    [Term("监督与法制科", "supervision and legal section")]
    Legal = 16,

    /// <summary>Receives complaints and reports (R3.3.3).</summary>
    [Term("12365热线", "12365 hotline")]
    Hotline = 32,

    /// <summary>Liaison officer of a partner agency (R3.1.2); sees what concerns that agency.</summary>
    [Term("协作部门联络员", "liaison officer")]
    Liaison = 64,

    /// <summary>Reads everything and changes nothing.</summary>
    [Term("审计人员", "auditor")]
    Auditor = 128,

    /// <summary>The system itself: clocks and deliveries. No account ever holds it.</summary>
    [Term("系统", "system")]
    System = 256,

    /// <summary>Everyone of the bureau.</summary>
    [Term("全体局内人员", "the bureau's own people")]
    Bureau = Administrator | Leader | Officer | SectionHead | Legal | Hotline | Auditor,

    /// <summary>Everyone who can sign in.</summary>
    [Term("全体用户", "all users")]
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
        return Marked<AllowedToAttribute>.Of(command)?.Roles ?? Roles.None;
    }
}
