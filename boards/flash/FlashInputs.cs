namespace SwapEdge.Boards.Flash;

/// <summary>What is read and checked before anything is touched.</summary>
public static class FlashInputs
{
    /// <summary>The node of the settings that is meant; null and why none.</summary>
    public static NodeFile? Node(
        FlashRequest request, BoardDescription? board, ISettingsCompiler compiler, out Failure? failure)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(compiler);
        string text;
        try
        {
            text = File.ReadAllText(request.Settings);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            failure = new Failure(FlashEnd.SettingsMissing, problem.Message);
            return null;
        }

        IReadOnlyList<NodeFile>? nodes = compiler.Compile(text, request.Settings, out string refusal);
        if (nodes == null)
        {
            failure = new Failure(FlashEnd.SettingsRefused, refusal);
            return null;
        }

        NodeFile[] meant = request.Node != null
            ? [.. nodes.Where(node => node.Node == request.Node)]
            : [.. nodes.Where(node => node.Board == request.Board)];
        if (meant.Length != 1)
        {
            failure = new Failure(
                FlashEnd.NodeUnknown, string.Join(", ", nodes.Select(node => $"{node.Node} ({node.Board})")));
            return null;
        }

        failure = meant[0].Board != request.Board
            ? new Failure(FlashEnd.BoardDiffers, $"{meant[0].Node}: {meant[0].Board}, not {request.Board}")
            : board != null && !board.Applications.ContainsKey(meant[0].KindName)
                ? new Failure(FlashEnd.BoardDiffers, $"{meant[0].Node}: {meant[0].KindName}; {board.Name}: "
                    + string.Join(", ", board.Applications.Keys.Order(StringComparer.Ordinal)))
                : null;
        return failure == null ? meant[0] : null;
    }

    /// <summary>The port to write to; null and why none.</summary>
    /// <param name="asked">That was named; null: the only one.</param>
    /// <param name="nanoff">Knows the ports of this machine.</param>
    /// <param name="tryPort">Opens it and closes it again.</param>
    /// <param name="failure">Null when it may be opened.</param>
    public static string? Port(string? asked, Nanoff nanoff, Action<string> tryPort, out Failure? failure)
    {
        ArgumentNullException.ThrowIfNull(nanoff);
        ArgumentNullException.ThrowIfNull(tryPort);
        failure = null;
        string? port = asked;
        if (port == null)
        {
            IReadOnlyList<string>? all = nanoff.Ports(out failure);
            if (failure != null || all == null)
            {
                return null;
            }

            // Serial ports of the machine's own, which are there whether anything is connected or not.
            string[] found = [.. all.Where(one => !one.StartsWith("/dev/ttyS", StringComparison.Ordinal))];
            failure = found.Length == 0 ? new Failure(FlashEnd.PortMissing)
                : found.Length > 1 ? new Failure(FlashEnd.PortSeveral, string.Join(", ", found)) : null;
            port = failure == null ? found[0] : null;
        }

        failure ??= MayOpen(port!, tryPort);
        return failure == null ? port : null;
    }

    private static Failure? MayOpen(string port, Action<string> tryPort)
    {
        try
        {
            tryPort(port);
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return new Failure(FlashEnd.PortForbidden, port);
        }
        catch (FileNotFoundException)
        {
            return new Failure(FlashEnd.PortMissing, $" ({port})");
        }
        catch (DirectoryNotFoundException)
        {
            return new Failure(FlashEnd.PortMissing, $" ({port})");
        }
        catch (IOException problem)
        {
            return new Failure(FlashEnd.PortBusy, problem.Message);
        }
    }
}
