using LinqToDB.Mapping;

namespace ShuangDa.Grains.Preferences;

/// <summary>
/// 个人设置行. Something that a person has chosen for the way the pages look, such as the columns of a list or conditions under a name. It is
/// no act of the trade: the journal does not know of it, and only its owner reads and changes it.
/// </summary>
[Table("preference")]
public sealed record PreferenceRow
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 100;

    /// <summary>The longest value, in characters.</summary>
    public const int LongestValue = 4000;

    /// <summary>How many one person may keep.</summary>
    public const int MostPerPerson = 100;

    /// <summary>用户名. Whose it is.</summary>
    [Column("user_name", Length = 100), PrimaryKey(0), NotNull] public string UserName { get; init; } = "";

    /// <summary>名称. What it is for; clients name it.</summary>
    [Column("name", Length = LongestName), PrimaryKey(1), NotNull] public string Name { get; init; } = "";

    /// <summary>内容. What was chosen; clients read it.</summary>
    [Column("value", Length = LongestValue), NotNull] public string Value { get; init; } = "";

    /// <summary>保存时刻. In UTC milliseconds.</summary>
    [Column("kept_at")] public long KeptAt { get; init; }
}
