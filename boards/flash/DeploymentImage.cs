namespace SwapEdge.Boards.Flash;

/// <summary>
/// What is written to the deployment partition: the assemblies one behind the other, each filled with zeros to a
/// multiple of four; mscorlib first, then in the order of references, the application last. Behind them FFh to the end
/// of the partition, as erased: the runtime goes on looking for assemblies to the end, and would find old ones.
/// </summary>
/// <param name="Bytes">The assemblies alone.</param>
/// <param name="Build">What the device says that it runs: <see cref="BuildStamp"/>.</param>
/// <param name="Assemblies">In their order.</param>
/// <param name="LeftOut">Given, and needed by nobody.</param>
public sealed record DeploymentImage(
    ReadOnlyMemory<byte> Bytes, string Build, IReadOnlyList<PeAssembly> Assemblies, IReadOnlyList<string> LeftOut)
{
    private const string First = "mscorlib";

    /// <summary>Puts the image together; null and the reason when the runtime could not run it.</summary>
    public static DeploymentImage? Make(IReadOnlyList<PeAssembly> given, string application, out string refusal)
    {
        Dictionary<string, PeAssembly> byName = new(StringComparer.Ordinal);
        foreach (PeAssembly one in given)
        {
            if (!byName.TryAdd(one.Name, one))
            {
                refusal = $"{one.Name} is there twice";
                return null;
            }
        }

        List<PeAssembly> order = [];
        refusal = "";
        if (byName.TryGetValue(First, out PeAssembly? corelib))
        {
            order.Add(corelib);
        }

        if (!byName.TryGetValue(application, out PeAssembly? program))
        {
            refusal = $"{application} is not there";
        }
        else
        {
            refusal = Place(program, byName, order, []) ?? "";
        }

        string build = "";
        if (refusal.Length > 0 || BuildStamp.Apply(order, out build, out refusal) is not { } stamped)
        {
            return null;
        }

        using MemoryStream bytes = new();
        foreach (PeAssembly one in stamped)
        {
            bytes.Write(one.Bytes.Span);
            bytes.Write(new byte[-one.Bytes.Length & 3]);
        }

        return new DeploymentImage(
            bytes.ToArray(),
            build,
            stamped,
            [.. given.Except(order).Select(one => one.Name).Order(StringComparer.Ordinal)]);
    }

    /// <summary>As it is written: filled with FFh to the end of the partition.</summary>
    public byte[] Filled(int partitionBytes)
    {
        byte[] filled = new byte[partitionBytes];
        filled.AsSpan().Fill(0xFF);
        Bytes.Span.CopyTo(filled);
        return filled;
    }

    /// <summary>Behind all that it needs; null, or why it cannot be placed.</summary>
    private static string? Place(
        PeAssembly one, Dictionary<string, PeAssembly> byName, List<PeAssembly> order, List<string> above)
    {
        if (above.Contains(one.Name, StringComparer.Ordinal))
        {
            return $"{string.Join(", ", above)} need each other";
        }

        if (order.Contains(one))
        {
            return null;
        }

        above.Add(one.Name);
        foreach (PeReference needed in one.References)
        {
            if (!byName.TryGetValue(needed.Name, out PeAssembly? found))
            {
                return $"{one.Name} needs {needed.Name}, which is not there";
            }

            if (found.Version.Major != needed.Version.Major || found.Version.Minor != needed.Version.Minor)
            {
                return $"{one.Name} needs {needed.Name} {needed.Version}, there is {found.Version}";
            }

            if (Place(found, byName, order, above) is { } wrong)
            {
                return wrong;
            }
        }

        above.RemoveAt(above.Count - 1);
        order.Add(one);
        return null;
    }
}
