using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api;

public sealed class SchemaTests(SharedServer shared) : ApiTest(shared)
{
    [Fact]
    public async Task The_schema_that_is_served_is_the_one_that_was_reviewed()
    {
        var served = await (await Api.As(Roles.Officer)).Send(new HttpRequestMessage(HttpMethod.Get, "/graphql/schema.graphql"));
        Assert.True(served.Status == System.Net.HttpStatusCode.OK, served.Body);
        Approved.Text("../../src/GraphQL/schema.graphql", served.Body);
    }

    [Theory]
    [InlineData("Query.node(id: ID!)", "Node")]
    [InlineData("Query.nodes(ids: [ID!]!)", "[Node]!")]
    [InlineData("Query.me", "User!")]
    [InlineData("Query.enterprise(creditCode: String!)", "Enterprise")]
    [InlineData("Query.enterprises(after: String, before: String, first: Int, last: Int, order: [EnterpriseSortInput!], where: EnterpriseFilterInput)", "EnterpriseConnection!")]
    [InlineData("Query.licence(number: String!)", "Licence")]
    [InlineData("Query.licences(after: String, before: String, first: Int, last: Int, order: [LicenceSortInput!], where: LicenceFilterInput)", "LicenceConnection!")]
    [InlineData("Query.deadlines(after: String, before: String, first: Int, last: Int, where: DeadlineFilterInput)", "DeadlineConnection!")]
    [InlineData("Query.journal(after: String, first: Int, from: DateTime, subject: ID, text: String, to: DateTime)", "JournalConnection!")]
    [InlineData("Query.search(first: Int, text: String!)", "[SearchHit!]!")]
    [InlineData("Query.import(id: ID!)", "Import!")]
    [InlineData("Mutation.registerEnterprise(input: RegisterEnterpriseInput!)", "RegisterEnterprisePayload!")]
    [InlineData("Mutation.registerLicence(input: RegisterLicenceInput!)", "RegisterLicencePayload!")]
    [InlineData("Mutation.renewLicence(input: RenewLicenceInput!)", "RenewLicencePayload!")]
    [InlineData("Mutation.suspendLicence(input: SuspendLicenceInput!)", "SuspendLicencePayload!")]
    [InlineData("Mutation.reinstateLicence(input: ReinstateLicenceInput!)", "ReinstateLicencePayload!")]
    [InlineData("Mutation.requestLicenceWithdrawal(input: RequestLicenceWithdrawalInput!)", "RequestLicenceWithdrawalPayload!")]
    [InlineData("Mutation.withdrawLicence(input: WithdrawLicenceInput!)", "WithdrawLicencePayload!")]
    [InlineData("Mutation.revokeLicence(input: RevokeLicenceInput!)", "RevokeLicencePayload!")]
    [InlineData("Mutation.deregisterLicence(input: DeregisterLicenceInput!)", "DeregisterLicencePayload!")]
    [InlineData("Subscription.changed(kinds: [NodeKind!], subject: ID)", "ChangeNotice!")]
    [InlineData("Subscription.deadlineLapsed(section: String)", "Deadline!")]
    [InlineData("Enterprise.id", "ID!")]
    [InlineData("Enterprise.creditCode", "String!")]
    [InlineData("Enterprise.name", "String!")]
    [InlineData("Enterprise.district", "String")]
    [InlineData("Enterprise.address", "String")]
    [InlineData("Enterprise.businessScope", "String")]
    [InlineData("Enterprise.productClasses", "[ProductClass!]!")]
    [InlineData("Enterprise.riskLevel", "RiskLevel!")]
    [InlineData("Enterprise.isProtectedBrand", "Boolean!")]
    [InlineData("Enterprise.standing", "CreditStanding!")]
    [InlineData("Enterprise.licences(after: String, before: String, first: Int, last: Int, order: [LicenceSortInput!], where: LicenceFilterInput)", "LicenceConnection!")]
    [InlineData("Enterprise.history(after: String, before: String, first: Int, last: Int)", "JournalConnection!")]
    [InlineData("Licence.id", "ID!")]
    [InlineData("Licence.number", "String!")]
    [InlineData("Licence.version", "Int!")]
    [InlineData("Licence.kind", "LicenceKind!")]
    [InlineData("Licence.productClasses", "[ProductClass!]!")]
    [InlineData("Licence.status", "LicenceStatus!")]
    [InlineData("Licence.validFrom", "LocalDate!")]
    [InlineData("Licence.validTo", "LocalDate!")]
    [InlineData("Licence.issuedBy", "String")]
    [InlineData("Licence.enterprise", "Enterprise!")]
    [InlineData("Licence.deadlines", "[Deadline!]!")]
    [InlineData("Licence.history(after: String, before: String, first: Int, last: Int)", "JournalConnection!")]
    [InlineData("ProductClass.code", "String!")]
    [InlineData("ProductClass.name", "String!")]
    [InlineData("ProductClass.isKey", "Boolean!")]
    [InlineData("Deadline.id", "ID!")]
    [InlineData("Deadline.kind", "DeadlineKind!")]
    [InlineData("Deadline.dueAt", "DateTime!")]
    [InlineData("Deadline.rule", "String!")]
    [InlineData("Deadline.lapsed", "Boolean!")]
    [InlineData("Deadline.subject", "Node!")]
    [InlineData("JournalEntry.id", "ID!")]
    [InlineData("JournalEntry.position", "ID!")]
    [InlineData("JournalEntry.at", "DateTime!")]
    [InlineData("JournalEntry.actor", "User")]
    [InlineData("JournalEntry.kind", "String!")]
    [InlineData("JournalEntry.subject", "Node!")]
    [InlineData("JournalEntry.summary", "String!")]
    [InlineData("JournalEntry.basis", "String")]
    [InlineData("JournalEntry.hash", "String!")]
    [InlineData("Error.message", "String!")]
    [InlineData("Error.code", "String!")]
    [InlineData("VersionConflictError.expected", "Int!")]
    [InlineData("VersionConflictError.actual", "Int!")]
    [InlineData("SuspendLicencePayload.licence", "Licence")]
    [InlineData("SuspendLicencePayload.errors", "[SuspendLicenceError!]")]
    [InlineData("SuspendLicenceInput.number", "String!")]
    [InlineData("SuspendLicenceInput.until", "LocalDate!")]
    [InlineData("SuspendLicenceInput.reason", "String!")]
    [InlineData("SuspendLicenceInput.basis", "String!")]
    [InlineData("SuspendLicenceInput.documentNumber", "String")]
    [InlineData("SuspendLicenceInput.commandId", "UUID")]
    [InlineData("CommandIdReusedError.commandId", "UUID!")]
    [InlineData("SuspendLicenceInput.expectedVersion", "Int")]
    public void What_clients_rely_on_is_there(string field, string type)
    {
        var schema = Schema();
        var name = field.Split('(')[0].Split('.');
        var found = (schema.AllTypes[name[0]] as IComplexGraphType)?.Fields.Find(name[1]);
        Assert.NotNull(found);
        Assert.Equal(type, found.ResolvedType!.ToString());
        var arguments = string.Join(", ", (found.Arguments ?? []).OrderBy(argument => argument.Name, StringComparer.Ordinal).Select(argument => $"{argument.Name}: {argument.ResolvedType}"));
        Assert.Equal(field, $"{name[0]}.{name[1]}{(arguments.Length == 0 ? "" : $"({arguments})")}");
    }

    [Theory]
    [InlineData("LicenceKind", "PRODUCTION_LICENCE FOOD_PRODUCTION_LICENCE COMPULSORY_CERTIFICATE")]
    [InlineData("LicenceStatus", "ACTIVE SUSPENDED EXPIRED DEREGISTERED WITHDRAWN REVOKED")]
    [InlineData("RiskLevel", "LOW ORDINARY ELEVATED HIGH")]
    [InlineData("CreditStanding", "A B C D")]
    [InlineData("NodeKind", "ENTERPRISE LICENCE")]
    [InlineData("ImportStatus", "QUEUED RUNNING COMPLETED FAILED")]
    [InlineData("Role", "ADMINISTRATOR LEADER OFFICER SECTION_HEAD LEGAL HOTLINE LIAISON AUDITOR")]
    [InlineData("SortEnumType", "ASC DESC")]
    public void Values_that_clients_rely_on_are_there(string name, string values)
    {
        var there = Assert.IsAssignableFrom<EnumerationGraphType>(Schema().AllTypes[name]).Values.Select(value => value.Name);
        Assert.Empty(values.Split(' ').Except(there));
    }

    [Fact]
    public void Every_node_and_every_error_is_one_by_its_interface()
    {
        var types = Schema().AllTypes.OfType<IObjectGraphType>().ToList();
        Assert.All(types.Where(type => type.Fields.Find("id") is not null), type => Assert.Contains(type.ResolvedInterfaces, one => one.Name == "Node"));
        Assert.All(types.Where(type => type.Name.EndsWith("Error", StringComparison.Ordinal)), type => Assert.Contains(type.ResolvedInterfaces, one => one.Name == "Error"));
        Assert.Contains(types, type => type.Name == "LicenceNotActiveError");
    }

    /// <summary>A normalising cache of a client keeps the items of lists apart by their ids.</summary>
    [Fact]
    public void Everything_that_a_page_of_a_list_shows_has_an_id()
    {
        var shown = Schema().AllTypes.OfType<IObjectGraphType>()
            .Where(type => type.Name.EndsWith("Connection", StringComparison.Ordinal))
            .Select(type => type.Fields.Find("nodes")!.ResolvedType!.GetNamedType())
            .ToList();
        Assert.True(shown.Count > 10, $"{shown.Count} lists");
        Assert.All(shown, type => Assert.NotNull(Assert.IsAssignableFrom<IComplexGraphType>(type).Fields.Find("id")));
    }

    [Fact]
    public async Task Every_scalar_of_our_own_says_where_it_is_specified_in_the_text_and_in_introspection()
    {
        var own = Schema().AllTypes.OfType<ScalarGraphType>()
            .Where(type => type is not EnumerationGraphType && type.Name is not ("Int" or "Float" or "String" or "Boolean" or "ID"))
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.Equal(["DateTime", "Decimal", "LocalDate", "UUID"], own);
        var officer = await Api.As(Roles.Officer);
        var text = (await officer.Send(new HttpRequestMessage(HttpMethod.Get, "/graphql?sdl"))).Body;
        foreach (var name in own)
        {
            var introspected = (await officer.Ask("query($name:String!){__type(name:$name){specifiedByURL}}", new { name })).Data();
            var url = introspected.Text("__type.specifiedByURL");
            Assert.True(Uri.TryCreate(url, UriKind.Absolute, out _), $"{name}: {url}");
            Assert.Contains($"scalar {name} @specifiedBy(url: \"{url}\")\n", text, StringComparison.Ordinal);
        }

        Assert.Null((await officer.Ask("{__type(name:\"Licence\"){specifiedByURL}}")).Data().Text("__type.specifiedByURL"));
    }

    [Fact]
    public async Task Introspection_is_whole()
    {
        var data = (await (await Api.As(Roles.Officer)).Ask(
            """
            { __schema { description directives { name isRepeatable args(includeDeprecated: true) { name isDeprecated deprecationReason } }
                types { name specifiedByURL isOneOf
                  fields(includeDeprecated: true) { name isDeprecated args(includeDeprecated: true) { name isDeprecated } }
                  inputFields(includeDeprecated: true) { name isDeprecated deprecationReason } } } }
            """)).Data().At("__schema");
        var directives = data.Texts("directives", "name").Order(StringComparer.Ordinal);
        Assert.Equal(["deprecated", "include", "length", "skip", "specifiedBy", "term"], directives);
        Assert.All(data.Texts("directives", "isRepeatable"), repeatable => Assert.Equal("false", repeatable));
        var entry = data.At("types").EnumerateArray().Single(type => type.Text("name") == "JournalEntry");
        Assert.Contains(entry.At("fields").EnumerateArray(), field => (field.Text("name"), field.Text("isDeprecated")) == ("position", "true"));
    }

    private ISchema Schema()
    {
        var schema = Api.Services.GetRequiredService<ISchema>();
        schema.Initialize();
        return schema;
    }

    [Fact]
    public void Every_type_field_argument_and_value_is_described()
    {
        var schema = Schema();
        var bare = new List<string>();
        foreach (var type in schema.AllTypes.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal) && type.Name is not ("Int" or "Float" or "String" or "Boolean" or "ID")))
        {
            Described(type.Name, type.Description, chineseFirst: true);
            foreach (var field in (IEnumerable<FieldType>?)(type as IComplexGraphType)?.Fields ?? [])
            {
                Described($"{type.Name}.{field.Name}", field.Description, chineseFirst: true);
                foreach (var argument in (IEnumerable<QueryArgument>?)field.Arguments ?? [])
                {
                    Described($"{type.Name}.{field.Name}({argument.Name})", argument.Description, chineseFirst: false);
                }
            }

            foreach (var value in (type as EnumerationGraphType)?.Values ?? (IEnumerable<EnumValueDefinition>)[])
            {
                Described($"{type.Name}.{value.Name}", value.Description, chineseFirst: true);
            }
        }

        Assert.Empty(bare);

        void Described(string name, string? description, bool chineseFirst)
        {
            if (string.IsNullOrWhiteSpace(description) || (chineseFirst && !description[..Math.Min(description.Length, 12)].Any(letter => letter is >= '一' and <= '鿿')))
            {
                bare.Add($"{name}: {description}");
            }
        }
    }
}
