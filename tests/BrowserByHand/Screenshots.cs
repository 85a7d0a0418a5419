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
    private static readonly string[] Roles = ["officer", "section-head", "legal", "leader", "hotline", "liaison", "admin", "auditor"];

    private static readonly (string Page, string User)[] Shown =
    [
        .. Roles.Select(user => ("today", user)),
        ("enterprises", "officer"), ("enterprise", "officer"), ("licences", "officer"), ("licence", "section-head"),
        ("licence-expiry", "leader"), ("expiry-calendar", "leader"), ("inspections", "officer"), ("my-inspections", "officer"),
        ("coverage", "leader"), ("inspection", "officer"), ("record-inspection", "officer"), ("rectifications", "officer"),
        ("rectification", "section-head"), ("cases", "leader"), ("case-list", "officer"), ("case", "legal"), ("case-statistics", "leader"),
        ("statistics", "leader"), ("report-forms", "leader"), ("report-form-of-licences", "legal"), ("report-form-of-cases", "officer"),
        ("facts", "section-head"),
        ("transfers", "officer"), ("transfer", "leader"), ("approvals", "leader"), ("authorisations", "leader"),
        ("campaigns", "legal"), ("campaign", "leader"), ("notifications", "officer"),
        ("search", "officer"), ("users", "admin"), ("sections", "admin"), ("agencies", "admin"), ("areas", "admin"),
        ("product-classes", "admin"), ("open-work", "section-head"), ("handovers", "section-head"), ("police-transfer", "liaison"),
        ("imports", "admin"), ("journal", "auditor"), ("calendar", "admin"), ("campaigns", "legal"), ("campaign", "leader"),
        ("campaign-tasks", "section-head"), ("campaign-task", "legal"), ("form-entries", "officer"),
        ("daily-reports", "legal"), ("daily-report", "section-head"), ("daily-report-by-hand", "legal"),
        ("daily-summaries", "leader"), ("daily-summary", "legal"), ("dens", "officer"), ("den", "section-head"),
    ];

    /// <summary>In Chinese for the documentation; in English, whole pages of both languages, where <c>SHUANGDA_BROWSER_PICTURES</c> says.</summary>
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Every_page_wide_and_on_a_phone(string language)
    {
        var looked = Environment.GetEnvironmentVariable("SHUANGDA_BROWSER_PICTURES");
        Assert.SkipWhen(language == "en" && looked is null, "Nobody asks for pictures in English.");
        var documented = language == "zh" ? Directory.CreateDirectory(Path.Combine(Repository.Root, "docs/screenshots")).FullName : null;
        var whole = looked is null ? null : Directory.CreateDirectory(Path.Combine(looked, language)).FullName;
        foreach (var width in new[] { Visitor.Wide, Visitor.Phone })
        {
            await using (var visitor = await demonstration.VisitAsync(width))
            {
                await visitor.Page.EvaluateAsync("language => localStorage.setItem('shuangda.language', language)", language);
                await visitor.Page.ReloadAsync();
                await Visitor.Expect(visitor.Page.GetByLabel(language == "zh" ? "用户名" : "User name")).ToBeVisibleAsync();
                await TakeAsync(visitor, $"sign-in-{width}.png");
            }

            foreach (var byUser in Shown.GroupBy(one => one.User))
            {
                await using var visitor = await demonstration.SignInAsync(byUser.Key, width, at: null);
                await visitor.Page.AddInitScriptAsync($"localStorage.setItem('shuangda.language', '{language}')");
                foreach (var (page, user) in byUser)
                {
                    await visitor.GoAsync(await Tour.PathAsync(visitor, page));
                    await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle, new() { Timeout = 5_000 }).ContinueWith(_ => { }, TaskScheduler.Default);
                    await TakeAsync(visitor, page == "today" ? $"today-{user}-{width}.png" : $"{page}-{width}.png");
                }
            }
        }

        async Task TakeAsync(Visitor visitor, string name)
        {
            if (documented is not null)
            {
                await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(documented, name), Animations = ScreenshotAnimations.Disabled });
            }

            if (whole is not null)
            {
                await visitor.Page.ScreenshotAsync(
                    new() { Path = Path.Combine(whole, name), Animations = ScreenshotAnimations.Disabled, FullPage = true });
            }
        }
    }
}
