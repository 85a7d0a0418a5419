using System.Text.Json;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Licences;

/// <summary>What a decision imposed on a licence goes with the decision, and of mistyped licences nothing is lost.</summary>
public sealed class AnnulledPenaltyTests
{
    [Fact]
    public async Task What_an_annulled_decision_imposed_is_no_more()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        var revoked = await PenalisedAsync(api, bureau, new { fineCny = 5000, others = new[] { "LICENCE_REVOCATION" } });
        await bureau.TakeAsync(Roles.SectionHead, "revokeLicence", revoked.Licence, new { @case = revoked.Case.Number }, "吊1号");
        var suspended = await PenalisedAsync(
            api, bureau, new { fineCny = 5000, others = new[] { "LICENCE_SUSPENSION" }, suspensionDays = 90 });
        await bureau.TakeAsync(
            Roles.SectionHead, "suspendLicence", suspended.Licence,
            new { until = bureau.Today.AddDays(90), @case = suspended.Case.Number }, "扣1号");
        await bureau.TakeAsync(Roles.SectionHead, "deregisterLicence", suspended.Licence, new { ground = "ASKED_BY_HOLDER" }, "销1号");

        await AnnulledAsync(bureau, revoked.Case);
        await AnnulledAsync(bureau, suspended.Case);
        await bureau.UntilAsync("2026-03-05 10:00");

        // It stands again, and the history shows both.
        Assert.Equal("ACTIVE", (await bureau.SeeAsync(revoked.Licence, "status")).Text("status"));
        var kinds = (await bureau.JournalAsync(revoked.Licence)).Select(entry => entry.Text("kind")).ToList();
        Assert.Equal(["licence.registered", "licence.revoked", "licence.revocation-annulled"], kinds);

        // That it was deregistered was a mistake; the suspension does not come back with the licence.
        Assert.Equal("ACTIVE", await bureau.TakeAsync(Roles.SectionHead, "correctLicenceEnding", suspended.Licence, document: "更1号"));
        await WholeDatabase.ExpectAsync(api.Database, api.Clock);
    }

    [Fact]
    public async Task Of_two_licences_that_were_each_taken_for_the_other_one_stands()
    {
        await using var api = await ApiServer.StartAsync();
        var (head, officer) = (await api.As(Roles.SectionHead), await api.As(Roles.Officer));
        var enterprise = await api.EnterpriseAsync("某厂");
        var (one, other) = (await api.LicenceAsync(enterprise), await api.LicenceAsync(enterprise));
        Assert.Equal("DEREGISTERED", (await CancelAsync(one, other)).Text("licence.status"));
        Assert.Equal("LicenceEntryClosedError LICENCE_ENTRY_CLOSED", (await CancelAsync(other, one)).Refusal());
        var back = await head.Do(
            "correctLicenceEnding", new { number = one, reason = "误注销", basis = "核对原件" }, "licence{status enteredRightAs}");
        Assert.Equal(("ACTIVE", null), (back.Text("licence.status"), back.Text("licence.enteredRightAs")));

        var rightly = new
        {
            number = api.NextLicenceNumber(),
            enterpriseCreditCode = enterprise,
            validFrom = "2021-01-01",
            validTo = "2030-12-31",
        };
        Assert.Equal("InvalidInputError INVALID_INPUT", (await RegisterAsync(api.NextLicenceNumber())).Refusal());
        Assert.Equal(one, (await RegisterAsync(one)).Text("licence.enteredBeforeAs"));
        await WholeDatabase.ExpectAsync(api.Database, api.Clock);

        Task<JsonElement> CancelAsync(string number, string rightNumber) =>
            head.Do("cancelMistypedLicence", new { number, rightNumber, reason = "编号误登" }, "licence{status}");

        Task<JsonElement> RegisterAsync(string enteredBeforeAs) => officer.Do(
            "registerLicence",
            new { rightly.number, rightly.enterpriseCreditCode, rightly.validFrom, rightly.validTo, enteredBeforeAs },
            "licence{enteredBeforeAs}");
    }

    /// <summary>
    /// a for b, b for c and c for a, at one moment: whoever comes last is refused, and says under which number the licence stands.
    /// </summary>
    [Fact]
    public async Task Of_a_circle_of_three_that_is_struck_out_at_one_moment_one_stands()
    {
        await using var api = await ApiServer.StartAsync();
        var head = await api.As(Roles.SectionHead);
        for (var round = 0; round < 5; round++)
        {
            var enterprise = await api.EnterpriseAsync();
            string[] numbers =
            [
                await api.LicenceAsync(enterprise), await api.LicenceAsync(enterprise), await api.LicenceAsync(enterprise),
            ];
            var done = await Task.WhenAll(numbers.Select((number, index) => head.Do(
                "cancelMistypedLicence",
                new { number, rightNumber = numbers[(index + 1) % 3], reason = "编号误登" },
                "licence{status enteredRightAs}")));
            var refused = done.Where(one => one.Refusal().Length > 0).ToList();
            Assert.NotEmpty(refused);
            Assert.All(refused, one => Assert.Equal("LicenceEntryClosedError LICENCE_ENTRY_CLOSED", one.Refusal()));
            var standing = (await head.Ask(
                "query($of:String!){licences(where:{status:{eq:ACTIVE},enterprise:{creditCode:{eq:$of}}}){nodes{number}}}",
                new { of = enterprise })).Data().Texts("licences.nodes", "number");
            Assert.Equal(refused.Count, standing.Count);
        }

        await WholeDatabase.ExpectAsync(api.Database, api.Clock);
    }

    private static async Task<(Dossier Licence, Dossier Case)> PenalisedAsync(ApiServer api, Bureau bureau, object penalty)
    {
        var enterprise = await api.EnterpriseAsync();
        var licence = new Dossier("licence", await api.LicenceAsync(enterprise));
        var filed = await bureau.FiledAsync(new { enterpriseCreditCode = enterprise });
        await bureau.TakeAsync(Roles.Officer, "proposePenalty", filed, penalty, "建罚1号");
        await bureau.TakeAsync(Roles.Officer, "notifyRights", filed, new { servedOn = bureau.Today }, "告1号");
        await bureau.TakeAsync(Roles.Officer, "recordPartyAnswer", filed, new { answer = "WAIVED" });
        await bureau.TakeAsync(Roles.Legal, "passLegalReview", filed, document: "审1号");
        await api.As("second-head", Roles.SectionHead);
        await api.As(Roles.Legal);
        await api.As(Roles.Leader);
        await bureau.TakeAsync(Roles.Legal, "recordDeliberation", filed, new
        {
            heldOn = bureau.Today,
            chair = "leader",
            participants = new[] { "section-head", "second-head" },
            minutesNumber = "集1",
            conclusion = "同意",
        });
        await bureau.TakeAsync(Roles.SectionHead, "decidePenalty", filed, ApiServer.Merge(penalty, new { discretion = "一般" }), "罚1号");
        await bureau.TakeAsync(Roles.Officer, "serveDecision", filed, new { servedOn = bureau.Today, documentNumber = "送1" });
        return (licence, filed);
    }

    private static async Task AnnulledAsync(Bureau bureau, Dossier filed)
    {
        await bureau.TakeAsync(
            Roles.Legal, "recordChallenge", filed,
            new { kind = "RECONSIDERATION", receivedOn = bureau.Today, body = "区人民政府", documentNumber = "复1号" });
        await bureau.TakeAsync(
            Roles.Legal, "recordChallengeOutcome", filed,
            new { outcome = "ANNULLED", receivedOn = bureau.Today, documentNumber = "复决1号" });
    }
}
