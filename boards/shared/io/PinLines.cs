using System.Device.Gpio;

namespace SwapEdge.Boards
{
    /// <summary>
    /// Lines on the controller's own pins: first the inputs, then the outputs, in the order given. Levels are read anew
    /// each time, never kept from an edge. The runtime drives an output low when it opens it; outputs are opened once
    /// and never closed, for a closed pin floats. Reading boxes each level: an object a pin.
    /// </summary>
    public sealed class PinLines : ILineBank
    {
        private readonly GpioPin[] _inputs;
        private readonly GpioPin[] _outputs;
        private int _levels;

        /// <param name="controller">Stays the caller's, and open.</param>
        /// <param name="inputs">GPIO numbers; high says that the thing is so.</param>
        /// <param name="pulls">Of each input: <see cref="PinMode.InputPullDown"/>, or Input where the pin has none.
        /// </param>
        /// <param name="outputs">GPIO numbers; low is "no request".</param>
        public PinLines(GpioController controller, int[] inputs, PinMode[] pulls, int[] outputs)
        {
            _outputs = new GpioPin[outputs.Length];
            for (int i = 0; i < outputs.Length; i++)
            {
                _outputs[i] = controller.OpenPin(outputs[i], PinMode.Output);
            }

            _inputs = new GpioPin[inputs.Length];
            for (int i = 0; i < inputs.Length; i++)
            {
                _inputs[i] = controller.OpenPin(inputs[i], pulls[i]);
            }
        }

        public bool IsSound
        {
            get { return true; }
        }

        public bool MayDrive
        {
            get { return false; }
        }

        public int Read()
        {
            int levels = 0;
            for (int i = 0; i < _inputs.Length; i++)
            {
                if ((bool)_inputs[i].Read())
                {
                    levels |= 1 << i;
                }
            }

            return levels;
        }

        /// <summary>A pin is written only when it changes: a write costs about 0.3 ms.</summary>
        public void Write(int levels)
        {
            int changed = (levels ^ _levels) >> _inputs.Length;
            for (int i = 0; i < _outputs.Length; i++)
            {
                if ((changed >> i & 1) != 0)
                {
                    _outputs[i].Write((levels >> (_inputs.Length + i) & 1) != 0 ? PinValue.High : PinValue.Low);
                }
            }

            _levels = levels;
        }
    }
}
