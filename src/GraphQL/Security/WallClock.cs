namespace ShuangDa.GraphQL.Security;

/// <summary>真实时钟. The clock by which tokens live. A simulation speeds up the bureau's days, not the time somebody stays signed in.</summary>
public static class WallClock
{
    /// <summary>The key of its <see cref="TimeProvider"/> among the services.</summary>
    public const string Key = "wall";
}
