using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Dens;

/// <summary>企业或者窝点. Who is inspected, or has to put something right: a registered enterprise or a den, one of the two.</summary>
public static class EnterpriseOrDen
{
    /// <summary>What is wrong where neither or both are named, or null.</summary>
    /// <param name="enterprise">The credit code as given, or null.</param>
    /// <param name="den">The den's number as given, or null.</param>
    public static InvalidInput? Problem(string? enterprise, string? den) => (FreeText.Given(enterprise), FreeText.Given(den)) switch
    {
        ({ }, { }) => new("den", "企业和窝点只能填写一个", "Name an enterprise or a den, not both"),
        (null, null) => new("enterpriseCreditCode", "请填写企业的统一社会信用代码，或者选择窝点", "Name an enterprise by its credit code, or a den"),
        _ => null,
    };
}
