using GraphQL.Types;
using GraphQL.Utilities;

namespace ShuangDa.GraphQL.Security;

/// <summary>权限标注. Puts its rule on every field while the schema is made, and stops the making when a field has none.</summary>
public sealed class AccessVisitor : BaseSchemaNodeVisitor
{
    private readonly List<string> _open = [];

    /// <inheritdoc/>
    public override void VisitObjectFieldDefinition(FieldType field, IObjectGraphType type, ISchema schema) => Put(field, type);

    /// <inheritdoc/>
    public override void VisitInterfaceFieldDefinition(FieldType field, IInterfaceGraphType type, ISchema schema) => Put(field, type);

    /// <inheritdoc/>
    public override void PostVisitSchema(ISchema schema)
    {
        if (_open.Count > 0)
        {
            throw new InvalidOperationException($"Nothing says who may use these fields; AccessRules must: {string.Join(", ", _open.Order(StringComparer.Ordinal))}");
        }
    }

    private void Put(FieldType field, IComplexGraphType type)
    {
        if (type.Name.StartsWith("__", StringComparison.Ordinal))
        {
            return;
        }

        if (AccessRules.For(type.Name, field.Name) is { } access)
        {
            access.PutOn(field);
            FilterAuthorization.Guard(field);
        }
        else
        {
            _open.Add($"{type.Name}.{field.Name}");
        }
    }
}
