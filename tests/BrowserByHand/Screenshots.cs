using Microsoft.Playwright;
using ShuangDa.Tests.Browser.Support;
using ShuangDa.Tests.Support;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Demonstration))]
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace ShuangDa.Tests.BrowserByHand;

/// <summary>Makes the pictures under docs/screenshots from the demonstration. Run by hand: <c>-class "*Screenshots"</c>.</summary>
public sealed class Screenshots(Demonstration demonstration)
{
    private static readonly (string Page, string User)[] Shown =
    [
        ("today", "leader"), ("enterprises", "officer"), ("enterprise", "officer"), ("licences", "officer"), ("licence", "section-head"), ("licence-expiry", "leader"), ("expiry-calendar", "leader"),
        ("inspections", "officer"), ("coverage", "leader"), ("inspection", "officer"), ("record-inspection", "officer"), ("rectifications", "officer"), ("rectification", "section-head"),
        ("cases", "leader"), ("case-list", "officer"), ("case", "legal"), ("case-statistics", "leader"), ("report-forms", "leader"), ("report-form-of-licences", "legal"), ("report-form-of-cases", "officer"), ("facts", "section-head"), ("transfers", "officer"), ("transfer", "leader"),
        ("users", "admin"), ("sections", "admin"), ("agencies", "admin"), ("areas", "admin"), ("open-work", "section-head"), ("police-transfer", "liaison"), ("imports", "admin"), ("journal", "auditor"), ("calendar", "admin"),
    ];

    [Fact]
    public async Task Every_page_wide_and_on_a_phone()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "docs/screenshots")).FullName;
        foreach (var width in new[] { Visitor.Wide, Visitor.Phone })
        {
            await using (var visitor = await demonstration.VisitAsync(width))
            {
                await Visitor.Expect(visitor.Page.GetByLabel("用户名")).ToBeVisibleAsync();
                await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"sign-in-{width}.png") });
            }

            foreach (var byUser in Shown.GroupBy(one => one.User))
            {
                await using var visitor = await demonstration.SignInAsync(byUser.Key, width, at: null);
                foreach (var (page, _) in byUser)
                {
                    await visitor.GoAsync(await Tour.PathAsync(visitor, page));
                    await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle, new() { Timeout = 5_000 }).ContinueWith(_ => { }, TaskScheduler.Default);
                    await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{page}-{width}.png"), Animations = ScreenshotAnimations.Disabled });
                }
            }
        }
    }
}
