using System.Reflection;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Subjects;
using Xunit;

namespace ShuangDa.Tests.Unit.Support;

/// <summary>Every concept and every list there is, so that a guard over all of them leaves none out, whoever adds it.</summary>
internal static class AllConcepts
{
    /// <summary>Every concept, by name.</summary>
    public static IReadOnlyList<Concept> All { get; } = [.. Found<Concept>("Concept").OrderBy(concept => concept.Name, StringComparer.Ordinal)];

    /// <summary>Their names, for a theory that goes over all.</summary>
    public static TheoryData<string> Names => [.. All.Select(concept => concept.Name)];

    /// <summary>The concept that a command is of.</summary>
    public static Concept Of(Command command) => All.Single(one => one.GetType().GetGenericArguments()[1].IsInstanceOfType(command));

    /// <summary>Every list of codes.</summary>
    public static IReadOnlyList<ListedConcept> Lists { get; } = [.. Found<ListedConcept>("List")];

    private static IEnumerable<T> Found<T>(string property) => typeof(Concept).Assembly.GetTypes()
        .Where(type => !type.IsInterface && !type.ContainsGenericParameters)
        .Select(type => type.GetProperty(property, BindingFlags.Static | BindingFlags.Public)?.GetValue(null)).OfType<T>();
}
