using System.Text;

namespace ShuangDa.Grains.Subjects;

/// <summary>主体键. How subjects are named: <c>concept/key</c>, which is also the grain's id in text form.</summary>
public static class SubjectKeys
{
    private static readonly Guid CommandNamespace = new("6f2c4dd2-3a0e-5d0b-9a7e-2f1f0b5c7d11");

    /// <summary>The subject's name.</summary>
    /// <param name="concept">The concept, such as <c>licence</c>.</param>
    /// <param name="key">The natural key.</param>
    public static string Of(string concept, string key) => $"{concept}/{key}";

    /// <summary>The subject's name, from its grain's id.</summary>
    /// <param name="grain">The grain's id.</param>
    public static string Of(GrainId grain) => $"{grain.Type}/{grain.Key}";

    /// <summary>The grain's id, from the subject's name.</summary>
    /// <param name="subject">A name such as <c>licence/XK18-978-00001</c>.</param>
    public static GrainId GrainOf(string subject)
    {
        var (concept, key) = Split(subject);
        return GrainId.Create(concept, key);
    }

    /// <summary>The concept and the natural key in a subject's name.</summary>
    /// <param name="subject">A name such as <c>licence/XK18-978-00001</c>.</param>
    /// <exception cref="FormatException">There is no concept in it.</exception>
    public static (string Concept, string Key) Split(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var slash = subject.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < subject.Length - 1
            ? (subject[..slash], subject[(slash + 1)..])
            : throw new FormatException($"'{subject}' names no subject; the form is concept/key.");
    }

    /// <summary>The bucket of the due index that a subject belongs to: FNV-1a over its name, so that it is the same on every machine and in every version.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="buckets">The number of buckets, fixed in the database at first start.</param>
    public static int BucketOf(string subject, int buckets)
    {
        var hash = 2166136261u;
        foreach (var octet in Encoding.UTF8.GetBytes(subject))
        {
            hash = (hash ^ octet) * 16777619u;
        }

        return (int)(hash % (uint)buckets);
    }

    /// <summary>A command id derived from a cause (UUIDv5), so that the same cause always gives the same command.</summary>
    /// <param name="cause">What causes the command, such as a deadline's subject, kind and instant.</param>
    public static Guid CommandIdFor(string cause) => UUIDNext.Uuid.NewNameBased(CommandNamespace, cause);

    /// <summary>A subject's key derived from who creates it and under which command id (UUIDv5), for concepts that have no natural key.</summary>
    /// <param name="actor">Who creates it.</param>
    public static Guid KeyFor(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return UUIDNext.Uuid.NewNameBased(CommandNamespace, $"{actor.User}\n{actor.CommandId:D}");
    }
}
