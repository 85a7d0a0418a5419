using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Enterprises;

/// <summary>企业期限. What an enterprise owes to the clock: to tell its licences that it has ended, or that it has not.</summary>
public static class EnterpriseDeadlines
{
    /// <summary>What a licence has yet to be told; due at once.</summary>
    [Deadline, Term("告知许可证", "news for the licence")]
    public const string LicenceNews = "enterprise.licence-news";

    private const string LicenceNewsRule = "企业终止的，依法办理许可注销：行政许可法 第七十条第三项";

    /// <summary>The deadlines that stand in a state.</summary>
    /// <param name="enterprise">A state.</param>
    public static IReadOnlyList<OpenDeadline> Of(EnterpriseState enterprise)
    {
        ArgumentNullException.ThrowIfNull(enterprise);
        return enterprise.OwedToLicences is [var first, ..] ? [new OpenDeadline(LicenceNews, first.Since, LicenceNewsRule)] : [];
    }
}
