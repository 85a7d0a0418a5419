using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Conventions;

/// <summary>Whom a subject does not exist for learns nothing of it: neither its version, nor what became of somebody's command, whatever the command is.</summary>
public sealed class VisibilityTests(SharedServer shared) : ApiTest(shared)
{
    private static readonly Actor Stranger = new("stranger", Roles.Everyone | Roles.System, null, "tobacco", Guid.NewGuid());

    [Fact]
    public async Task Another_agency_s_transfer_has_no_version()
    {
        var transfer = await SentAsync();
        var tobacco = await Api.As("tobacco-liaison", Roles.Liaison, "tobacco");
        var commandId = Guid.NewGuid();
        await (await Api.As(Roles.Liaison)).Do("recordPoliceReceipt", new { number = transfer.Number, receiptNumber = "收1", commandId });
        foreach (var more in new object[] { new { expectedVersion = 1 }, new { expectedVersion = 999 }, new { commandId }, new { commandId, receiptNumber = "别1" }, new { } })
        {
            var asked = ApiServer.Merge(new { number = transfer.Number, receiptNumber = "收1" }, more);
            var answer = await tobacco.Ask("mutation($input:RecordPoliceReceiptInput!){recordPoliceReceipt(input:$input){crimeTransfer{version} errors{__typename ...on Error{code message}}}}", new { input = asked });
            Assert.Equal($$"""{"crimeTransfer":null,"errors":[{"__typename":"NotFoundError","code":"NOT_FOUND","message":"没有找到：{{transfer.Number}}"}]}""", answer.Data().GetProperty("recordPoliceReceipt").GetRawText());
        }
    }

    /// <summary>Every mutation that names a transfer answers a stranger about one that is there as about one that is not.</summary>
    [Fact]
    public async Task No_mutation_tells_a_stranger_a_transfer_that_is_there_from_one_that_is_not()
    {
        var transfer = await SentAsync();
        var tobacco = await Api.As("tobacco-liaison", Roles.Liaison, "tobacco");
        var schema = Api.Services.GetRequiredService<ISchema>();
        schema.Initialize();
        var mutations = schema.Mutation!.Fields.Where(field => Payload(field).Fields.Find("crimeTransfer") is not null && Input(field).Fields.Find("number") is not null).ToList();
        Assert.True(mutations.Count >= 13, $"Only {mutations.Count} were found.");
        foreach (var mutation in mutations)
        {
            var input = Input(mutation);
            var given = input.Fields.Where(field => field.ResolvedType is NonNullGraphType && field.Name != "number").ToDictionary(field => field.Name, field => Some(field.ResolvedType!));
            given["expectedVersion"] = 3;
            Assert.Equal(await AskAsync("YS-0000000000"), (await AskAsync(transfer.Number)).Replace(transfer.Number, "YS-0000000000", StringComparison.Ordinal));

            async Task<string> AskAsync(string number)
            {
                given["number"] = number;
                return (await tobacco.Ask($"mutation($input:{input.Name}!){{{mutation.Name}(input:$input){{crimeTransfer{{version}} errors{{__typename ...on Error{{code message}}}}}}}}", new { input = given })).Body;
            }
        }
    }

    /// <summary>The shell of every concept, asked directly by somebody who holds every role and belongs to another agency, with every command there is.</summary>
    [Fact]
    public async Task No_command_of_any_concept_reaches_a_subject_that_a_stranger_may_not_see()
    {
        var bureau = new Bureau(Api);
        var transfer = await SentAsync();
        var grains = Api.Grains;
        await ExpectAsync(grains.GetGrain<ICrimeTransferGrain>(transfer.Number), CrimeTransfer.Concept);
        await ExpectAsync(grains.GetGrain<ICaseGrain>((await bureau.FiledAsync()).Number), Case.Concept);
        await ExpectAsync(grains.GetGrain<IEnterpriseGrain>(await Api.EnterpriseAsync()), Enterprise.Concept);
        await ExpectAsync(grains.GetGrain<ILicenceGrain>(await Api.LicenceAsync()), Licence.Concept);
        await ExpectAsync(grains.GetGrain<IInspectionGrain>((await bureau.OpenAsync(Roles.Officer, "inspection", "planInspection", new { enterpriseCreditCode = await Api.EnterpriseAsync(), basis = "SWEEP", plannedOn = "2026-03-10" })).Number), Inspection.Concept);
        await ExpectAsync(grains.GetGrain<IRectificationGrain>((await bureau.OpenAsync(Roles.Officer, "rectification", "orderRectification", new { enterpriseCreditCode = await Api.EnterpriseAsync(), requirements = new[] { "检定" } }, "责1")).Number), Rectification.Concept);
    }

    [Fact]
    public async Task An_account_is_there_for_its_owner_and_for_who_looks_after_accounts()
    {
        await Api.As("second", Roles.Officer);
        var account = Api.Grains.GetGrain<IAccountGrain>("second");
        var colleague = new Actor("officer", Roles.Officer, "INSPECTION", null, Guid.NewGuid());
        var asked = await account.Execute(new ChangeOwnPassword(new Password("guess-guess-1"), new Password("correct-horse-battery")) { ExpectedVersion = 99 }, colleague);
        Assert.Equal((new NotFound("account", "second"), null), (asked.Refusal, asked.Subject));
    }

    [Fact]
    public async Task A_command_s_answer_is_its_giver_s()
    {
        var number = await Api.LicenceAsync();
        var commandId = Guid.NewGuid();
        var suspend = new { number, until = "2026-12-31", reason = "抽样检验不合格", basis = "条例", @case = "沪市监罚〔2026〕31号", commandId };
        var first = await (await Api.As(Roles.Officer)).Do("suspendLicence", suspend, "licence{status version}");
        var other = await (await Api.As("second", Roles.Officer)).Do("suspendLicence", suspend, "licence{status version}");
        Assert.Equal(("", "SUSPENDED"), (first.Refusal(), first.Text("licence.status")));
        Assert.Equal("CommandIdReusedError COMMAND_ID_REUSED", other.Refusal());
        Assert.Equal("", (await (await Api.As(Roles.Officer)).Do("suspendLicence", suspend)).Refusal());
    }

    private static async Task ExpectAsync<TState, TCommand, TEvent>(ISubjectGrain<TState, TCommand> grain, Concept<TState, TCommand, TEvent> concept)
        where TState : class
        where TCommand : Command
        where TEvent : Event
    {
        var before = await grain.Read();
        Assert.NotNull(before);
        foreach (var type in Concept<TState, TCommand, TEvent>.Permissions.Keys)
        {
            // What is in a command does not matter: it is not looked at.
            var command = (TCommand)RuntimeHelpers.GetUninitializedObject(type) with { ExpectedVersion = 7 };
            foreach (var list in type.GetProperties().Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(ImmutableArray<>)))
            {
                list.SetValue(command, list.PropertyType.GetField(nameof(ImmutableArray<int>.Empty))!.GetValue(null));
            }

            foreach (var outcome in new[] { await grain.Execute(command, Stranger), await grain.Consider(command, Stranger) })
            {
                Assert.Equal((new NotFound(concept.Name, before.Key), null, Change.Refused), (outcome.Refusal, outcome.Subject, outcome.Change));
            }
        }

        Assert.Equal(before.Version, (await grain.Read())!.Version);
    }

    private async Task<Dossier> SentAsync()
    {
        var bureau = new Bureau(Api);
        var suspected = await bureau.FiledAsync();
        await bureau.SuspectAsync(suspected);
        return await bureau.SentAsync(suspected);
    }

    private static IObjectGraphType Payload(FieldType field) => (IObjectGraphType)Named(field.ResolvedType!);

    private static IInputObjectGraphType Input(FieldType field) => (IInputObjectGraphType)Named(field.Arguments!.Single().ResolvedType!);

    private static object? Some(IGraphType type) => type switch
    {
        NonNullGraphType nonNull => Some(nonNull.ResolvedType!),
        ListGraphType list => new[] { Some(list.ResolvedType!) },
        EnumerationGraphType values => values.Values.First().Name,
        _ => type.Name == "Boolean" ? true : "某某",
    };

    private static IGraphType Named(IGraphType type) => type switch
    {
        NonNullGraphType nonNull => Named(nonNull.ResolvedType!),
        ListGraphType list => Named(list.ResolvedType!),
        _ => type,
    };
}
