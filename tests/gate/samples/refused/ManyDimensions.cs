namespace SwapEdge.Samples.Refused
{
    public class ManyDimensions
    {
        private int[,] _rows; // refused: many-dimensions

        public int At(int row)
        {
            int[,] cells = new int[2, 3]; // refused: many-dimensions
            return cells[row, 1]; // refused: many-dimensions
        }

        public int Jagged(int[][] rows)
        {
            return rows[0][1];
        }
    }
}
