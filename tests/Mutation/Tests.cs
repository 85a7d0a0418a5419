using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace ShuangDa.Tests.Mutation;

/// <summary>One test, or one row of a theory.</summary>
/// <param name="Class">Its class.</param>
/// <param name="Method">Its method.</param>
/// <param name="Row">Its arguments.</param>
/// <param name="Name">What it is called.</param>
internal sealed record UnitTest(Type Class, MethodInfo Method, object?[] Row, string Name)
{
    /// <summary>How long it takes at the least.</summary>
    public TimeSpan Takes { get; set; } = TimeSpan.MaxValue;

    /// <summary>The mutants that it reaches.</summary>
    public HashSet<int> Reaches { get; set; } = [];

    /// <summary>Every test of an assembly. The attributes are read by their names and members, so that the runner needs no version of the test framework.</summary>
    public static IEnumerable<UnitTest> In(Assembly assembly) => assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }).SelectMany(type => type
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).SelectMany(method => Rows(type, method).Select((row, at) => new UnitTest(type, method, row, $"{type.FullName}.{method.Name}{(row.Length > 0 ? $"[{at}]" : "")}"))));

    /// <summary>Runs it.</summary>
    /// <exception cref="Exception">It failed.</exception>
    public async Task RunAsync()
    {
        var started = Stopwatch.GetTimestamp();
        var instance = Method.IsStatic ? null : Activator.CreateInstance(Class);
        try
        {
            if (Method.Invoke(instance, Row) is Task task)
            {
                await task;
            }
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
        }
        finally
        {
            (instance as IDisposable)?.Dispose();
        }

        var took = Stopwatch.GetElapsedTime(started);
        Takes = took < Takes ? took : Takes;
    }

    private static IEnumerable<object?[]> Rows(Type type, MethodInfo method)
    {
        var attributes = method.GetCustomAttributes(inherit: true);
        var fact = attributes.FirstOrDefault(attribute => attribute.GetType().Name is "FactAttribute" or "TheoryAttribute");
        if (fact is null || fact.GetType().GetProperty("Skip")?.GetValue(fact) is not null)
        {
            return [];
        }

        return fact.GetType().Name == "FactAttribute" ? [[]] : attributes.SelectMany(attribute => attribute.GetType().Name switch
        {
            "InlineDataAttribute" => [(object?[])attribute.GetType().GetProperty("Data")!.GetValue(attribute)!],
            "MemberDataAttribute" => Member((Type?)attribute.GetType().GetProperty("MemberType")!.GetValue(attribute) ?? type, (string)attribute.GetType().GetProperty("MemberName")!.GetValue(attribute)!),
            _ => (IEnumerable<object?[]>)[],
        }).Select(row => Filled(method.GetParameters(), row));
    }

    private static IEnumerable<object?[]> Member(Type type, string name)
    {
        const BindingFlags any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static;
        var rows = type.GetProperty(name, any)?.GetValue(null) ?? type.GetField(name, any)?.GetValue(null) ?? type.GetMethod(name, any)!.Invoke(null, null);
        return ((System.Collections.IEnumerable)rows!).Cast<object>().Select(row => row as object?[] ?? (object?[])row.GetType().GetInterfaces().Append(row.GetType()).Select(one => one.GetMethod("GetData", [])).First(one => one is not null)!.Invoke(row, null)!);
    }

    private static object?[] Filled(ParameterInfo[] parameters, object?[] row) => [.. parameters.Select((parameter, at) =>
        at >= row.Length && !parameter.IsDefined(typeof(ParamArrayAttribute)) ? parameter.DefaultValue
        : parameter.IsDefined(typeof(ParamArrayAttribute)) && (at >= row.Length || row[at]?.GetType() != parameter.ParameterType) ? Array(parameter.ParameterType.GetElementType()!, row[Math.Min(at, row.Length)..])
        : row[at] is { } value && Nullable.GetUnderlyingType(parameter.ParameterType) is null && value is IConvertible && !parameter.ParameterType.IsInstanceOfType(value) && !parameter.ParameterType.IsEnum && value.GetType().IsPrimitive ? Convert.ChangeType(value, parameter.ParameterType, System.Globalization.CultureInfo.InvariantCulture)
        : row[at])];

    private static Array Array(Type element, object?[] values)
    {
        var array = System.Array.CreateInstance(element, values.Length);
        for (var at = 0; at < values.Length; at++)
        {
            array.SetValue(values[at], at);
        }

        return array;
    }
}

/// <summary>A test class, or a helper of tests, that keeps static values: they are made anew for a mutant that has a part in them.</summary>
/// <param name="type">The type.</param>
internal sealed class StaticValues(Type type)
{
    /// <summary>The type.</summary>
    public Type Type => type;

    /// <summary>The mutants that have a part in them.</summary>
    public HashSet<int> Reaches { get; set; } = [];

    /// <summary>All of some assemblies.</summary>
    public static IEnumerable<StaticValues> In(IEnumerable<Assembly> assemblies) => assemblies
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type is { TypeInitializer: not null, ContainsGenericParameters: false } && !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.Name.StartsWith('<'))
        .Select(type => new StaticValues(type));

    /// <summary>Makes them anew.</summary>
    public void Make() => type.TypeInitializer!.Invoke(null, null);
}

/// <summary>What an assembly has found out and keeps, such as the properties of a type. It is forgotten for each test while it is seen what the test reaches, and for each mutant: else nobody would find out again.</summary>
internal sealed class Caches
{
    private readonly List<IDictionary> _all = [];

    /// <summary>The caches of an assembly.</summary>
    /// <param name="assembly">The assembly.</param>
    public Caches(Assembly assembly)
    {
        const BindingFlags any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static;
        foreach (var type in assembly.GetTypes().Where(type => !type.ContainsGenericParameters))
        {
            // A static value whose maker may be a mutant has become a property.
            _all.AddRange(type.GetFields(any).Where(field => IsCache(field.FieldType)).Select(field => (IDictionary)field.GetValue(null)!));
            _all.AddRange(type.GetProperties(any).Where(property => IsCache(property.PropertyType)).Select(property => (IDictionary)property.GetValue(null)!));
        }

        static bool IsCache(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ConcurrentDictionary<,>);
    }

    /// <summary>Forgets.</summary>
    public void Empty() => _all.ForEach(cache => cache.Clear());
}
