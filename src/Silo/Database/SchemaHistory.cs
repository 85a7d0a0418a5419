using System.Reflection;
using FluentMigrator;
using FluentMigrator.Expressions;
using FluentMigrator.Infrastructure;
using FluentMigrator.Runner.Generators;
using FluentMigrator.Runner.Generators.Postgres;
using FluentMigrator.Runner.Generators.SQLite;
using FluentMigrator.Runner.Generators.SqlServer;
using FluentMigrator.Runner.Processors.Postgres;
using ShuangDa.Grains.Journal;
using ShuangDa.Silo.Database.Migrations;

namespace ShuangDa.Silo.Database;

/// <summary>结构步骤. A migration in a database's dialect.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Statements">What it runs, in order, in one transaction.</param>
public sealed record SchemaStep(long Version, string Name, IReadOnlyList<string> Statements);

/// <summary>
/// 结构历史. All migrations of this program as statements. FluentMigrator's builders and generators write them; its runner is not used,
/// because it would open a connection even to print them: here what administrators read, what the tests parse and what runs is one text.
/// </summary>
public static class SchemaHistory
{
    /// <summary>The steps for a database in order.</summary>
    /// <param name="kind">Whose dialect.</param>
    public static IReadOnlyList<SchemaStep> For(DatabaseKind kind) => For(kind, typeof(SchemaHistory).Assembly.GetTypes());

    /// <summary>The steps among some types, in order.</summary>
    /// <param name="kind">Whose dialect.</param>
    /// <param name="types">Types, some of which are migrations.</param>
    public static IReadOnlyList<SchemaStep> For(DatabaseKind kind, IEnumerable<Type> types) =>
    [
        .. types
            .Where(type => type.IsSubclassOf(typeof(SchemaMigration)) && !type.IsAbstract)
            .Select(type => (Type: type, Migration: type.GetCustomAttribute<MigrationAttribute>() ?? throw new InvalidOperationException($"{type} lacks its [Migration].")))
            .OrderBy(step => step.Migration.Version)
            .Select(step => new SchemaStep(step.Migration.Version, step.Migration.Description ?? step.Type.Name, StatementsOf((SchemaMigration)Activator.CreateInstance(step.Type)!, kind))),
    ];

    private static List<string> StatementsOf(SchemaMigration migration, DatabaseKind kind)
    {
        var context = new MigrationContext(null!, new Dialect(new ColumnTypes(kind)), string.Empty);
        migration.GetUpExpressions(context);
        var generator = GeneratorOf(kind);
        return [.. context.Expressions.Select(expression => TextOf(expression, generator)).Where(text => text.Length > 0)];
    }

    private static string TextOf(IMigrationExpression expression, IMigrationGenerator generator) => (expression switch
    {
        CreateTableExpression table => generator.Generate(table),
        CreateColumnExpression column => generator.Generate(OfItsTable(column)),
        CreateIndexExpression index => generator.Generate(index),
        CreateConstraintExpression constraint => generator.Generate(constraint),
        DeleteTableExpression table => generator.Generate(table),
        DeleteIndexExpression index => generator.Generate(index),
        DeleteColumnExpression column => generator.Generate(column),
        RenameTableExpression table => generator.Generate(table),
        RenameColumnExpression column => generator.Generate(column),
        InsertDataExpression rows => generator.Generate(rows),
        ExecuteSqlStatementExpression sql => sql.SqlStatement,
        _ => throw new NotSupportedException($"{expression.GetType().Name} has not been needed so far; add it here."),
    }).Trim().TrimEnd(';');

    // SQL Server names the default of a column by its table, and two of one name end the step.
    private static CreateColumnExpression OfItsTable(CreateColumnExpression column)
    {
        column.Column.TableName = column.TableName;
        return column;
    }

    private static IMigrationGenerator GeneratorOf(DatabaseKind kind) => kind switch
    {
        DatabaseKind.Sqlite => new SQLiteGenerator(),
        DatabaseKind.PostgreSql => new Postgres15_0Generator(new PostgresQuoter(new PostgresOptions())),
        _ => new SqlServer2016Generator(),
    };

    private sealed class Dialect(ColumnTypes types) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(ColumnTypes) ? types : null;
    }
}
