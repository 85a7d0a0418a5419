using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Agencies;

/// <summary>协作部门. The actor of an agency; its key is the code, such as <c>PUBLIC_SECURITY</c>.</summary>
[Alias("agency")]
public interface IAgencyGrain : ISubjectGrain<Agency, AgencyCommand>;

/// <summary>协作部门名录. Whether a code can be given to somebody or something new.</summary>
internal static class AgencyList
{
    /// <summary>The agency of this code, or null where the list has none or it is closed. An agency waits for no other subject, so waiting for it closes no circle.</summary>
    /// <param name="grains">Where it is found.</param>
    /// <param name="code">The code as given.</param>
    public static async Task<Agency?> OpenAgencyAsync(this IGrainFactory grains, string code) =>
        ListedName.ProblemWithCode(code) is null && ((await grains.GetGrain<IAgencyGrain>(code).Read())?.State ?? Agency.Find(code)) is { IsClosed: false } listed ? listed : null;
}
