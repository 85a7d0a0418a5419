using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Composition;

/// <summary>概念组合. Every concept of the system, in one place.</summary>
public static class ConceptsComposition
{
    /// <summary>The concepts: what subjects there are.</summary>
    public static IReadOnlyList<Concept> All { get; } =
    [
        .. typeof(Concept).Assembly.GetTypes()
            .SelectMany(type => type.GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.DeclaredOnly))
            .Where(property => property.PropertyType.IsSubclassOf(typeof(Concept)))
            .Select(property => (Concept)property.GetValue(null)!)
            .OrderBy(concept => concept.Name, StringComparer.Ordinal),
    ];

    /// <summary>Registers the concepts.</summary>
    /// <param name="services">The host's services.</param>
    public static IServiceCollection AddConcepts(this IServiceCollection services)
    {
        foreach (var concept in All)
        {
            services.AddSingleton(concept.GetType(), concept);
            services.AddSingleton(concept);
        }

        services.AddSingleton<IOutgoingGrainCallFilter, WaitingGuard>();
        return services;
    }
}
