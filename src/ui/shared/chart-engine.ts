import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartConfiguration,
} from 'chart.js'
import type { ChartColours } from './chart-colours.ts'
import { shortLegend } from './chart-legend.ts'

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
)

const { labels } = Chart.defaults.plugins.legend
const wholeLegend = labels.generateLabels.bind(labels)
labels.generateLabels = (chart) => shortLegend(wholeLegend(chart))

/** Draws a chart in the page's own colours and type. Destroy it before drawing on the canvas again. */
export function drawChart(
  canvas: HTMLCanvasElement,
  config: ChartConfiguration,
  colours: ChartColours,
): Chart {
  Chart.defaults.color = colours.muted
  Chart.defaults.borderColor = colours.grid
  Chart.defaults.font.family = getComputedStyle(canvas).fontFamily
  Chart.defaults.font.size = 13
  // Words below an axis keep a distance, or every second one is left out.
  Chart.defaults.scales.category.ticks.autoSkipPadding = 14
  return new Chart(canvas, {
    ...config,
    options: { responsive: true, maintainAspectRatio: false, animation: false, ...config.options },
  })
}
