namespace ShuangDa.Grains.Journal;

/// <summary>读取过多. More reads wait than may, or one has waited too long for its turn. Nothing was read; try again later.</summary>
public sealed class ReadsBusyException : Exception
{
    /// <summary>The readers are busy.</summary>
    public ReadsBusyException() : base("Too many reads wait for their turn.") { }

    /// <summary>The readers are busy.</summary>
    /// <param name="message">What was refused.</param>
    public ReadsBusyException(string message) : base(message) { }

    /// <summary>The readers are busy.</summary>
    /// <param name="message">What was refused.</param>
    /// <param name="innerException">Why.</param>
    public ReadsBusyException(string message, Exception innerException) : base(message, innerException) { }
}

/// <summary>读取超时. A read ran longer than one may, and was broken off.</summary>
public sealed class ReadTooLongException : TimeoutException
{
    /// <summary>The read took too long.</summary>
    public ReadTooLongException() : base("A read took too long and was broken off.") { }

    /// <summary>The read took too long.</summary>
    /// <param name="message">What was broken off.</param>
    public ReadTooLongException(string message) : base(message) { }

    /// <summary>The read took too long.</summary>
    /// <param name="message">What was broken off.</param>
    /// <param name="innerException">How the database said so.</param>
    public ReadTooLongException(string message, Exception innerException) : base(message, innerException) { }
}
