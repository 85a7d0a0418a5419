using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Accounts;

/// <summary>用户名. What names an account: normalised (half-width, without spaces, lower case), so that one person cannot hold two accounts that look the same.</summary>
public static class AccountName
{
    /// <summary>The longest user name, in characters.</summary>
    public const int MaxLength = 50;

    /// <summary>The user name as the account's key.</summary>
    /// <param name="typed">What somebody typed.</param>
    public static string Normalise(string typed) => HalfWidth.Of(typed).ToLowerInvariant();

    /// <summary>What is wrong with a normalised user name, or null.</summary>
    /// <param name="name">A name that came out of <see cref="Normalise"/>.</param>
    public static InvalidInput? ProblemWith(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name switch
        {
            { Length: < 2 or > MaxLength } => new("userName", $"用户名须为2至{MaxLength}个字符", $"A user name has 2 to {MaxLength} characters"),
            _ when !name.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '_' or '-' or '@') || !char.IsLetterOrDigit(name[0])
                => new("userName", "用户名只能由文字、数字和 . _ - @ 组成，并以文字或数字开头", "A user name consists of letters, digits and . _ - @ and begins with a letter or digit"),
            Actor.SystemUser => new("userName", "该用户名由系统保留", "This user name belongs to the system"),
            _ => null,
        };
    }
}
