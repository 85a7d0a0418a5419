using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Sections;

/// <summary>责任科室. The actor of a section; its key is the code, such as <c>INSPECTION</c>.</summary>
[Alias("section")]
public interface ISectionGrain : ISubjectGrain<Section, SectionCommand>;

/// <summary>责任科室名录. Whether a code can be given to somebody or something new.</summary>
internal static class SectionList
{
    /// <summary>Whether the list has a section of this code that is not closed. A section waits for no other subject, so waiting for it closes no circle.</summary>
    /// <param name="grains">Where it is found.</param>
    /// <param name="code">The code as given.</param>
    public static async Task<bool> IsOpenSectionAsync(this IGrainFactory grains, string code) =>
        ListedName.ProblemWithCode(code) is null && ((await grains.GetGrain<ISectionGrain>(code).Read())?.State ?? Section.Find(code)) is { IsClosed: false };
}
