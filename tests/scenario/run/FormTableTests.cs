using SwapEdge.Simulator;
using static SwapEdge.Tests.Scenarios.Script;

namespace SwapEdge.Tests.Scenarios;

/// <summary>The table of forms is one that files can be read by.</summary>
public sealed class FormTableTests
{
    [Fact]
    public void Names_are_words_of_small_letters_and_each_is_there_once()
    {
        IEnumerable<string> names = ActionForms.All.Select(form => form.Name)
            .Concat(ConditionForms.All.Select(form => form.Name));
        Assert.All(names, name => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", name));
        Assert.Equal(ActionForms.All.Count, ActionForms.All.Select(form => form.Name).Distinct().Count());
        Assert.Equal(ConditionForms.All.Count, ConditionForms.All.Select(form => form.Name).Distinct().Count());
    }

    [Fact]
    public void Parameters_are_named_once_and_choices_have_choices()
    {
        foreach (IReadOnlyList<Parameter> parameters in ActionForms.All.Select(form => form.Parameters)
            .Concat(ConditionForms.All.Select(form => form.Parameters))
            .Append(SwapEdge.Simulator.StationSettings.Parameters))
        {
            Assert.Equal(parameters.Count, parameters.Select(one => one.Name).Distinct().Count());
            Assert.All(
                parameters, one => Assert.Equal(one.Kind == ParameterKind.Choice, one.Choices is { Count: > 0 }));
            Assert.All(parameters, one => Assert.Equal(one.Choices?.Count, one.Choices?.Distinct().Count()));
            Assert.All(parameters, one => Assert.EndsWith(".", one.About));
        }
    }

    [Fact]
    public void A_condition_has_its_name_for_its_first_parameter_and_no_reserved_key_is_a_parameter()
    {
        Assert.All(ConditionForms.All, form => Assert.Equal(form.Name, form.Parameters[0].Name));
        string[] reserved = ["do", "when", "after", "for", "within"];
        Assert.DoesNotContain(ActionForms.All.SelectMany(form => form.Parameters), one => reserved.Contains(one.Name));
    }

    [Fact]
    public void What_lasts_gives_what_undoes_it_and_what_does_not_gives_nothing()
    {
        foreach (ActionForm form in ActionForms.All.Where(form => form.Name != "command"))
        {
            using ScenarioRun run = Station(form.Scope == StationScope.Cabinet ? Story.Cabinet : Story.Truck, Soon);
            run.RunTo(500);
            Action? undo = form.Begin(run, Least(form, run.IsCabinet));
            Assert.True(form.Lasts == undo is not null, form.Name);
            run.RunFor(200);
            undo?.Invoke();
            run.RunFor(200);
        }
    }

    [Theory]
    [InlineData("bay-3", 0, 3)]
    [InlineData("door-8", 0, 8)]
    [InlineData("vehicle", 1, 1)]
    [InlineData("vehicle-2", 1, 2)]
    [InlineData("lane-2-vehicle", 2, 1)]
    [InlineData("lane-2-vehicle-3", 2, 3)]
    public void A_place_of_a_pack_is_read(string text, int lane, int number) =>
        Assert.Equal(new PackAt(lane, number), PackAt.Parse(text));

    [Theory]
    [InlineData("bay")]
    [InlineData("bay-0")]
    [InlineData("bay-x")]
    [InlineData("lane-2")]
    [InlineData("vehicle-1-2")]
    public void What_is_no_place_of_a_pack_is_none(string text) => Assert.Null(PackAt.Parse(text));

    /// <summary>Something for each parameter that must be said, and for the place.</summary>
    private static Arguments Least(ActionForm form, bool cabinet) => new(form.Parameters
        .Where(one => one.Required || one.Name == (cabinet ? "door" : "bay"))
        .Where(one => one.Name != "bay" || form.Against is null || !form.Parameters.Any(other => other.Name == "bus"))
        .Where(one => one.Name != "bay" || !form.Parameters.Any(other => other.Name == "sensor"))
        .ToDictionary(one => one.Name, one => Value(one), StringComparer.Ordinal));

    private static object Value(Parameter parameter) => parameter.Kind switch
    {
        ParameterKind.Duration => 300L,
        ParameterKind.Percent => 0.5,
        ParameterKind.Count or ParameterKind.Lane or ParameterKind.Position or ParameterKind.LockPoint => 1,
        ParameterKind.Bay => 2,
        ParameterKind.Level => true,
        ParameterKind.Choice => parameter.Choices![0],
        ParameterKind.Node => "lane-1",
        ParameterKind.PackAt => "bay-2",
        ParameterKind.Resistance => 500,
        ParameterKind.Text => "text",
        ParameterKind.Vehicle => WorldPlan.DemonstrationVin,
        ParameterKind.PackCode => PackIdentity.Numbered(7).Code,
        _ => 20.0,
    };
}
