using System.Text;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Security;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Security;

public sealed class PermissionsTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly ISchema _schema = shared.Server.Services.GetRequiredService<ISchema>();

    [Fact]
    public void The_whole_table_of_roles_and_fields_reads_as_reviewed() => Approved.Text("../Permissions.approved.txt", Table());

    [Fact]
    public void Every_field_has_its_rule() => Assert.All(Fields(), field => Assert.True(Access.Of(field.Field) is not null, field.Name));

    [Fact]
    public void No_rule_is_left_over_from_a_field_that_is_gone()
    {
        var fields = Fields().Select(field => field.Name).ToHashSet();
        Assert.DoesNotContain(AccessRules.Named, name => !fields.Contains(name) && !fields.Any(field => field.StartsWith(name + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_mutation_is_open_to_whom_its_command_is()
    {
        Assert.Equal(AllowedToAttribute.Of(typeof(DisableAccount)) & Roles.Everyone, AccessRules.For("Mutation", "disableUser")!.Roles);

        // Who audits does nothing in the bureau's trade; the password and the look of the pages are the auditor's own.
        Assert.Equal(
            ["Mutation.changeMyPassword", "Mutation.keepPreference"],
            Fields().Where(field => field.Name.StartsWith("Mutation.", StringComparison.Ordinal) && Access.Of(field.Field)!.Admits(Roles.Auditor))
                .Select(field => field.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_field_that_nothing_speaks_of_stops_the_making_of_the_schema()
    {
        var query = new ObjectGraphType { Name = "Query" };
        query.Field<StringGraphType>("forgotten").Resolve(_ => "open");
        var schema = new Schema { Query = query };
        schema.RegisterVisitor(new AccessVisitor());
        Assert.Contains("Query.forgotten", Assert.Throws<InvalidOperationException>(schema.Initialize).Message, StringComparison.Ordinal);
    }

    private string Table()
    {
        var roles = RoleNames.All;
        var headings = roles.Select(RoleCodes.Of).Append("PASSWORD_DUE").ToList();
        var lines = Fields()
            .Select(field => (Type: field.Name.Split('.')[0], field.Name, Access: Access.Of(field.Field)!))
            .Select(field => (field.Type, Name: AccessRules.IsWrapping(field.Type) ? $"{field.Type}.*" : field.Name, field.Access))
            .Distinct()
            .OrderBy(field => field.Type switch { "Query" => 0, "Mutation" => 1, "Subscription" => 2, _ when AccessRules.IsWrapping(field.Type) => 4, _ => 3 })
            .ToList();
        var width = lines.Max(line => line.Name.Length) + 2;
        var text = new StringBuilder("Who may use which field: ✔ may, ✘ may not. The last column is somebody who has to change the password first.\n\n");
        text.Append(new string(' ', width)).AppendJoin("  ", headings).Append('\n');
        foreach (var (_, name, access) in lines)
        {
            var marks = roles.Select(access.Admits).Append(access.Admits(Roles.None)).Zip(headings, (may, heading) => (may ? "✔" : "✘").PadRight(heading.Length));
            text.Append(name.PadRight(width)).Append(string.Join("  ", marks).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    private IEnumerable<(string Name, FieldType Field)> Fields()
    {
        _schema.Initialize();
        return _schema.AllTypes.OfType<IComplexGraphType>()
            .Where(type => type is not IInputObjectGraphType && !type.Name.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(type => type.Fields.Select(field => (Name: $"{type.Name}.{field.Name}", Field: field)))
            .OrderBy(field => field.Name, StringComparer.Ordinal);
    }
}

/// <summary>One server for a class of tests that do not get in each other's way.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    public SecurityServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await SecurityServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
