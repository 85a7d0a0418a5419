using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Database;

/// <summary>数据库不可用. The database cannot be used as it is configured. The message says in both languages what is wrong, names the configuration key, and never holds a connection string. The program prints it and ends with exit code 1.</summary>
public sealed class DatabaseUnusableException : Exception
{
    /// <summary>Says that the database cannot be used.</summary>
    public DatabaseUnusableException() : this(new BilingualText("数据库不可用。", "The database cannot be used.")) { }

    /// <summary>Says why the database cannot be used.</summary>
    /// <param name="message">The reason, in both languages.</param>
    public DatabaseUnusableException(string message) : base(message) { }

    /// <summary>Says why the database cannot be used.</summary>
    /// <param name="message">The reason, in both languages.</param>
    /// <param name="innerException">What showed it.</param>
    public DatabaseUnusableException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Says why the database cannot be used.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="cause">What showed it, or null.</param>
    public DatabaseUnusableException(BilingualText reason, Exception? cause = null) : base($"{reason.Chinese}\n{reason.English}", cause) { }
}
