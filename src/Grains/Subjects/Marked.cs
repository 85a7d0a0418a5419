using System.Collections.Concurrent;

namespace ShuangDa.Grains.Subjects;

/// <summary>标记. Which types bear an attribute, each found once: every command asks, and reading attributes is slow.</summary>
/// <typeparam name="TAttribute">The attribute.</typeparam>
internal static class Marked<TAttribute> where TAttribute : Attribute
{
    private static readonly ConcurrentDictionary<Type, TAttribute?> Found = new();

    /// <summary>The attribute of a type, as far as it is inherited; null where it has none.</summary>
    /// <param name="type">The type.</param>
    public static TAttribute? Of(Type type) => Found.GetOrAdd(type, static of => (TAttribute?)Attribute.GetCustomAttribute(of, typeof(TAttribute)));

    /// <summary>Whether a type bears it.</summary>
    /// <param name="type">The type.</param>
    public static bool IsOn(Type type) => Of(type) is not null;
}
