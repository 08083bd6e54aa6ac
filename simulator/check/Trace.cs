using System.Globalization;
using System.Text;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>The way to a step in words, a line a pass.</summary>
public static class Trace
{
    /// <param name="explorer">Where the way was found.</param>
    /// <param name="model">For words.</param>
    /// <param name="table">For rows.</param>
    /// <param name="index">The spot of the last step.</param>
    /// <param name="last">The view of the last step; null when there is none.</param>
    /// <param name="wrong">How many sensors are wrong with it; null: whichever it takes.</param>
    public static string Of(
        Explorer explorer, IPlantModel model, SwapTable table, int index, View? last, int? wrong)
    {
        ArgumentNullException.ThrowIfNull(explorer);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(table);
        Drive hand = explorer.Hand;
        SwapOutput output = new() { Drives = explorer.Output.Drives, Row = explorer.Output.Row };
        SwapState next = new() { Phase = explorer.Next.Phase, Fault = explorer.Next.Fault };
        Spot at = explorer.Spots[index];
        Stack<string> lines = [];
        if (last is not null)
        {
            string sensors = wrong is { } count
                ? Sensors(model, Union(at, last, count))
                : Sensors(model, last.Wrong[0]);
            lines.Push(Line(at, next.Phase, last, output, sensors));
        }

        for (int i = index; explorer.Spots.Parent(i) >= 0; i = explorer.Spots.Parent(i))
        {
            lines.Push(Step(explorer, model, i));
        }

        explorer.Hand = hand;
        if (last is not null)
        {
            explorer.Step(at, last);
        }

        StringBuilder text = new();
        int pass = 0;
        foreach (string line in lines)
        {
            pass++;
            text.Append(CultureInfo.InvariantCulture, $"\n    {pass,3}  {line}");
        }

        text.Append(CultureInfo.InvariantCulture, $"\n         really: {model.Words(at.Plant)}");
        return text.ToString();
    }

    private static string Step(Explorer explorer, IPlantModel model, int index)
    {
        Spot to = explorer.Spots[index];
        Spot from = explorer.Spots[explorer.Spots.Parent(index)];
        int via = explorer.Spots.Via(index);
        string moved = to.Plant != from.Plant ? $"; then: {model.Words(to.Plant)}" : "";
        if ((via & 0xFFFF) == Explorer.Restart)
        {
            return $"{from.Phase} -> {to.Phase}: restart{moved}";
        }

        View view = explorer.ViewsOf(from)[via & 0xFFFF];
        explorer.Hand = (Drive)(via >> 16);
        explorer.Step(from, view);
        string sensors = Sensors(model, to.Wrong);
        string line = Line(from, to.Phase, view, explorer.Output, sensors);
        string age = to.Age != from.Age && to.Age != PhaseAge.Fresh ? $"; {to.Age.ToString().ToLowerInvariant()}" : "";
        explorer.Hand = Drive.None;
        return line + age + moved;
    }

    private static string Line(Spot from, Phase to, View view, SwapOutput output, string sensors)
    {
        string outside = view.First.Letter.Words();
        string motion = (output.Drives & Drive.Motion) != Drive.None ? $", gives {output.Drives & Drive.Motion}" : "";
        string way = output.Row >= 0 ? $"{from.Phase} -> {to}" : $"{from.Phase}";
        return way + (from.Age == PhaseAge.Expired ? " (at its limit)" : "") + motion
            + (outside.Length > 0 ? $"; {outside}" : "") + (sensors.Length > 0 ? $"; wrong: {sensors}" : "");
    }

    private static WrongSet Union(Spot at, View view, int count)
    {
        foreach (WrongSet wrong in view.Wrong)
        {
            if (at.Wrong.TryJoin(wrong, out WrongSet all) && all.Count == count)
            {
                return all;
            }
        }

        return at.Wrong;
    }

    private static string Sensors(IPlantModel model, WrongSet wrong)
    {
        string Name(int number) => model.Sensors.First(sensor => sensor.Number == number).Name;
        return wrong.Count switch
        {
            0 => "",
            1 => Name(wrong.First),
            _ => $"{Name(wrong.First)} and {Name(wrong.Second)}",
        };
    }
}
