using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

/// <summary>许可证用语. How notices are written, and what the words of the public registers mean.</summary>
public static class LicenceTexts
{
    /// <summary>The words for a notice.</summary>
    /// <param name="notice">A notice.</param>
    public static BilingualText Of(LicenceNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return (notice.Of, notice.DaysBefore) switch
        {
            (NoticeOf.ApplicationWindow, _) => Terms.Of(NoticeOf.ApplicationWindow),
            (NoticeOf.ApplicationDue, 0) => new("今天是申请延续的最后一天", "today is the last day to apply for renewal"),
            (NoticeOf.ApplicationDue, var days) => new($"距申请延续截止还有{days}天", $"{days} days are left to apply for renewal"),
            (NoticeOf.EndOfTerm, var days) => new($"距有效期届满还有{days}天", $"the term ends in {days} days"),
            _ => throw new ArgumentOutOfRangeException(nameof(notice), notice, null),
        };
    }

    /// <summary>The kind of licence that a register's words name; null when they name none.</summary>
    /// <param name="text">证书类型, such as 工业产品生产许可证 or 3C证书.</param>
    public static LicenceKind? FindKind(string? text) => HalfWidth.Of(text ?? "").ToUpperInvariant() switch
    {
        "工业产品生产许可证" or "全国工业产品生产许可证" or "生产许可证" => LicenceKind.ProductionLicence,
        "食品生产许可证" => LicenceKind.FoodProductionLicence,
        "强制性产品认证证书" or "强制性产品认证" or "中国国家强制性产品认证证书" or "3C证书" or "CCC证书" or "3C认证" or "CCC认证" => LicenceKind.CompulsoryCertificate,
        var other => WireName.Find<LicenceKind>(other),
    };

    /// <summary>The status that a register's words name; null when they name none.</summary>
    /// <param name="text">状态, such as 有效 or 暂停.</param>
    public static RegisterStatus? FindRegisterStatus(string? text) => HalfWidth.Of(text ?? "").ToUpperInvariant() switch
    {
        "有效" or "正常" or "在效" => RegisterStatus.Valid,
        "暂停" or "暂扣" => RegisterStatus.Suspended,
        "过期" or "失效" or "到期" or "届满" or "过期失效" or "届满失效" or "无效" => RegisterStatus.Lapsed,
        "注销" or "已注销" => RegisterStatus.Deregistered,
        "撤销" or "已撤销" or "撤消" => RegisterStatus.Withdrawn,
        "吊销" or "已吊销" => RegisterStatus.Revoked,
        var other => WireName.Find<RegisterStatus>(other),
    };
}
