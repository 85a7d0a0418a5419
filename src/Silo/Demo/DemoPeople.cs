using System.Collections.Immutable;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Demo;

/// <summary>演示人员. The bureau of the demonstration: its sections, and who works in them.</summary>
internal static class DemoPeople
{
    private const string Supervision = "SUPERVISION";

    /// <summary>The eight by whom people look around: one for each role.</summary>
    public static ImmutableArray<DemoPerson> ByRole { get; } =
    [
        new("admin", "系统管理员（演示）", Roles.Administrator, Supervision),
        new("leader", "郑望岳（虚构人物）", Roles.Leader, Supervision),
        new("officer", "梁慎行（虚构人物）", Roles.Officer, Supervision),
        new("section-head", "邵启明（虚构人物）", Roles.SectionHead, Supervision),
        new("legal", "沈衡（虚构人物）", Roles.Legal, Supervision),
        new("hotline", "叶闻声（虚构人物）", Roles.Hotline, Supervision),
        new("liaison", "顾同舟（虚构人物）", Roles.Liaison, null, "PUBLIC_SECURITY"),
        new("auditor", "严复核（虚构人物）", Roles.Auditor, Supervision),
    ];

    /// <summary>The officers of the section that inspects, beside the one above.</summary>
    public static ImmutableArray<DemoPerson> Officers { get; } =
    [
        new("officer-2", "何慎之（虚构人物）", Roles.Officer, Supervision),
        new("officer-3", "宋砚秋（虚构人物）", Roles.Officer, Supervision),
        new("officer-4", "蒋临川（虚构人物）", Roles.Officer, Supervision),
        new("officer-5", "秦守正（虚构人物）", Roles.Officer, Supervision),
    ];

    /// <summary>听证主持人. Who presides over hearings: of the legal section, and neither investigator nor reviewer (行政处罚法 第六十四条).</summary>
    public static DemoPerson Chair { get; } = new("legal-2", "闻中立（虚构人物）", Roles.Legal, Supervision);

    /// <summary>责任科. The other sections of the bureau; the first comes with the program.</summary>
    public static ImmutableArray<DemoSection> Sections { get; } =
    [
        new("INSPECTION", "稽查队", "Inspection brigade", "陆执衡", "方既明", "许惟勤"),
        new("PRODUCT_QUALITY", "质量监督科", "Product quality section", "温若谷", "崔知微", "丁怀瑾"),
        new("FOOD_PRODUCTION", "食品生产监管科", "Food production section", "卫青禾", "江采蘋", "石敬之"),
        new("SPECIAL_EQUIPMENT", "特种设备安全监察科", "Special equipment section", "雷守一", "程维岳", "孟观澜"),
        new("METROLOGY", "计量科", "Metrology section", "权知平", "尹度", "毕量之"),
        new("STANDARDS", "标准化科", "Standards section", "章循之", "范有则", "高以矩"),
        new("CERTIFICATION", "认证监管科", "Certification section", "印思齐", "任信然", "符景行"),
    ];

    /// <summary>Everybody who has an account.</summary>
    public static ImmutableArray<DemoPerson> All { get; } = [.. ByRole, .. Officers, Chair, .. Sections.SelectMany(section => section.People)];

    /// <summary>The user name of who leads a section.</summary>
    /// <param name="section">The section's code.</param>
    public static string HeadOf(string section) =>
        section == Supervision ? "section-head" : Sections.First(one => one.Code == section).Head;

    /// <summary>Somebody by user name.</summary>
    /// <param name="user">User name.</param>
    public static DemoPerson Of(string user) => All.First(person => person.User == user);
}

/// <summary>演示人员. Somebody who is invented.</summary>
/// <param name="User">用户名. User name.</param>
/// <param name="DisplayName">姓名. As people see it.</param>
/// <param name="Role">角色. What they do.</param>
/// <param name="Section">科室. The code of their section, or null.</param>
/// <param name="Agency">机关. The code of their agency; null for the bureau's own.</param>
internal sealed record DemoPerson(string User, string DisplayName, Roles Role, string? Section, string? Agency = null)
{
    /// <summary>Them, giving a command.</summary>
    /// <param name="commandId">The command's id.</param>
    public Actor Acting(Guid commandId) => new(User, Role, Section, Agency, commandId);
}

/// <summary>演示科室. A section with its head and two officers.</summary>
/// <param name="Code">代码. Its code.</param>
/// <param name="Name">名称. Its name.</param>
/// <param name="EnglishName">英文名称. Its name in English.</param>
/// <param name="HeadName">负责人姓名. Who leads it.</param>
/// <param name="FirstName">人员姓名. Its first officer.</param>
/// <param name="SecondName">人员姓名. Its second officer.</param>
internal sealed record DemoSection(string Code, string Name, string EnglishName, string HeadName, string FirstName, string SecondName)
{
    /// <summary>The user name of who leads it.</summary>
    public string Head => $"{UserPrefix}-head";

    /// <summary>The user names of its officers.</summary>
    public ImmutableArray<string> Officers => [$"{UserPrefix}-1", $"{UserPrefix}-2"];

    /// <summary>Its people.</summary>
    public IEnumerable<DemoPerson> People =>
    [
        new(Head, Invented(HeadName), Roles.SectionHead, Code),
        new(Officers[0], Invented(FirstName), Roles.Officer, Code),
        new(Officers[1], Invented(SecondName), Roles.Officer, Code),
    ];

    private string UserPrefix => Code.ToLowerInvariant().Replace('_', '-');

    private static string Invented(string name) => $"{name}（虚构人物）";
}
